import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { satisfies } from "semver";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { root, runNode, strictFlags, writeFiles } from "../support/generated.js";
import { npm } from "../support/npm.js";
import { compilers } from "./matrix.js";

/*
 * The types as users meet them: from the packages as npm would publish them, under each release of the compiler since
 * 5.5, found by the rules of a bundler and of Node, under every strict flag, with the declarations of the packages
 * checked as well.
 */

const installation = inject("installation");

beforeAll(async () => {
  await writeFiles(installation, { "compilers/package.json": "{}" });
  const sources = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`);
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...sources], join(installation, "compilers"));
  await writeFiles(installation, { "entries/all.ts": everyEntry, "commonjs/all.cts": required });
  await mkdir(join(installation, "lessons"));
  for (const file of await readdir(join(root, "examples"))) {
    if (file.endsWith(".ts") && file !== LESSON_WITH_A_CLIENT_OF_ITS_OWN) {
      await cp(join(root, "examples", file), join(installation, "lessons", file));
    }
  }
});

const entries = [
  "",
  "/aps",
  "/aps/operations",
  "/appdirect",
  "/appdirect/operations",
  "/oauth1",
  "/oauth1/rsa",
  "/rql",
  "/runtime",
];
const everyEntry = entries.map((path, index) => `export * as part${index} from "apsdirect${path}";\n`).join("");
const required =
  'import apsdirect = require("apsdirect");\nexport const { sdk } = { sdk: new apsdirect.ApsClient() };\n';

/** Its client is made from a document of the lesson, which is not in any package. */
const LESSON_WITH_A_CLIENT_OF_ITS_OWN = "12-custom-types.ts";

const resolutions = [
  { moduleResolution: "bundler", module: "esnext" },
  { moduleResolution: "nodenext", module: "nodenext" },
];

describe.each(compilers)("TypeScript %s", (version) => {
  describe.each(resolutions)("$moduleResolution", (resolution) => {
    test("reads every entry of the SDK without the types of Node", async () => {
      expect(await errors(version, "entries", { ...resolution, types: [], skipLibCheck: false })).toBe("");
    });

    test("reads every lesson, which use all packages", async () => {
      expect(await errors(version, "lessons", { ...resolution, types: ["node"] })).toBe("");
    });
  });

  // Before, TypeScript refused what Node had learnt to do.
  test.runIf(satisfies(version, ">=5.8"))("lets a file of CommonJS require the SDK", async () => {
    const resolution = { moduleResolution: "nodenext", module: "nodenext", verbatimModuleSyntax: false };
    expect(await errors(version, "commonjs", { ...resolution, types: [], erasableSyntaxOnly: undefined })).toBe("");
  });
});

/** What a compiler says to the files of a folder; nothing where all is right. */
async function errors(version: string, name: string, options: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = join(installation, name);
  const compilerOptions = {
    ...strictFlags,
    // Came with 5.8; older compilers do not know it.
    erasableSyntaxOnly: satisfies(version, ">=5.8") ? true : undefined,
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable", ...(satisfies(version, ">=5.6") ? ["dom.asynciterable"] : [])],
    noEmit: true,
    ...options,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts", "*.cts"] }));
  const compiler = join(installation, "compilers/node_modules", `typescript-${version}`, "bin/tsc");
  return runNode(compiler, ["-p", folder]).output;
}
