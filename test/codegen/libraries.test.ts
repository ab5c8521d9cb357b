import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCodegen } from "./cli/built-codegen.js";

let codegen: string;
beforeAll(async () => {
  codegen = await buildCodegen();
});
afterAll(() => rm(codegen, { recursive: true }));

const generator = 'const own = await import("./dist/libraries.js");';
const others = `
  const typescript = require("typescript");
  const transform = require("openapi-typescript/dist/transform/schema-object.cjs").default;`;

// Each compiler makes its nodes by a constructor of its own.
const makes = `
  const makes = ({ factory }, transform) => {
    const node = transform({ type: "array", items: { type: "number" } }, { path: "#", ctx: {} });
    return node.constructor === factory.createTypeLiteralNode([]).constructor;
  };`;

test.each([
  { order: "before it", code: `${others} ${generator}` },
  { order: "after it", code: `${generator} ${others}` },
])("who loads openapi-typescript $order, has it with the compiler that is installed", async ({ code }) => {
  const said = await run(`${code} ${makes}
    const again = require("openapi-typescript/dist/transform/schema-object.cjs").default;
    console.log(typescript.version, makes(typescript, transform), transform === again);
    console.log(makes(own.typescript, own.transformSchemaObject));`);
  expect(said).toMatch(/^5\.\d+\.\d+ true true\ntrue\n$/);
});

test("the generator has one compiler: that of ts-morph", async () => {
  const said = await run(`${generator}
    const compilers = Object.keys(require.cache).filter((path) => path.endsWith("/typescript.js"));
    console.log(compilers.map((path) => path.replace(/^.*\\/node_modules\\//, "")).join());`);
  expect(said).toBe("@ts-morph/common/dist/typescript.js\n");
});

/** What a program prints that runs where the generator is installed. */
async function run(code: string): Promise<string> {
  const program = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url); ${code}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: codegen,
  });
  return stdout;
}
