import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  codegenCommand,
  compilers,
  filesOf,
  project,
  runNode,
  typeErrors,
  writeFiles,
} from "../../support/generated.js";
import { shop } from "../changes/shop.js";

const generateShop = ["generate", "shop.yaml", "--out", "out"];

test("the output is the same in every locale, time zone and folder, and from a document with any line ends", async () => {
  const [first, second] = [await project({ linked: false }), await project({ linked: false })];
  const elsewhere = join(second, "a folder with blanks and \u00fcmlauts");
  await writeFiles(first, { "shop.yaml": shop });
  await writeFiles(elsewhere, { "package.json": '{ "type": "module" }', "shop.yaml": shop.replaceAll("\n", "\r\n") });
  const here = { env: { ...process.env, LC_ALL: "C", TZ: "UTC" }, cwd: first };
  const there = {
    env: { ...process.env, LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
    cwd: elsewhere,
  };
  expect(runNode(codegenCommand, generateShop, here).status).toBe(0);
  expect(runNode(codegenCommand, generateShop, there).status).toBe(0);
  expect(await filesOf(join(elsewhere, "out"))).toEqual(await filesOf(join(first, "out")));

  // What is committed there is up to date here, with the line ends that a checkout on Windows gives it.
  for (const [path, text] of await filesOf(join(first, "out"))) {
    await writeFile(join(first, "out", path), text.replaceAll("\n", "\r\n"));
  }
  expect(runNode(codegenCommand, [...generateShop, "--check"], here)).toMatchObject({ status: 0 });
  expect(runNode(codegenCommand, generateShop, here).output).toMatch(/^0 written, 0 removed/);
});

/** What tools take for their configuration, and run where it is code. */
const configurations = [
  ".babelrc.cjs",
  ".eslintrc.cjs",
  ".prettierrc.cjs",
  ".prettierrc.mjs",
  "babel.config.js",
  "biome.js",
  "eslint.config.js",
  "openapi-ts.config.js",
  "orval.config.js",
  "prettier.config.js",
  "prettier.config.mjs",
  "redocly.js",
  "typescript.js",
  "vite.config.js",
  "yaml.js",
];

test("no configuration of any tool is loaded, neither from the working folder nor from the document's", async () => {
  const folder = await project({ linked: false });
  const marker = join(folder, "canary");
  const leaveMark = `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "");`;
  const leaveMarkAsModule = `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(marker)}, "");`;
  for (const place of ["", "api/"]) {
    await writeFiles(
      folder,
      Object.fromEntries(
        configurations.map((name) => [place + name, name.endsWith(".cjs") ? leaveMark : leaveMarkAsModule]),
      ),
    );
    await writeFiles(folder, {
      [`${place}package.json`]:
        '{ "type": "module", "prettier": "./prettier.config.js", "babel": { "presets": ["./babel.config.js"] } }',
      [`${place}.prettierrc`]: '{ "plugins": ["./prettier.config.js"], "tabWidth": 8 }',
      [`${place}.editorconfig`]: "root = true\n[*]\nindent_style = tab\nend_of_line = crlf\n",
      [`${place}biome.json`]: '{ "formatter": { "indentStyle": "tab" }, "plugins": ["./biome.js"] }',
      [`${place}redocly.yaml`]:
        "plugins: [./redocly.js]\napis: { main: { root: ./shop.yaml, x-openapi-ts: { output: stolen.ts } } }\n",
      [`${place}tsconfig.json`]:
        '{ "compilerOptions": { "newLine": "crlf", "plugins": [{ "name": "./typescript.js" }] } }',
    });
  }
  // A config of our own is code on purpose, and read where no document is named.
  await writeFiles(folder, {
    "api/shop.yaml": shop,
    "api/apsdirect.config.mjs": leaveMarkAsModule,
    "apsdirect.config.mjs": leaveMarkAsModule,
  });
  const { status } = runNode(codegenCommand, ["generate", "api/shop.yaml", "--out", "out"], { cwd: folder });
  expect(status).toBe(0);
  expect(await readdir(folder)).not.toContain("canary");
  const plain = await project({ linked: false });
  await writeFiles(plain, { "shop.yaml": shop });
  expect(runNode(codegenCommand, generateShop, { cwd: plain }).status).toBe(0);
  expect(await filesOf(join(folder, "out"))).toEqual(await filesOf(join(plain, "out")));
});

test("an operation that has left the document takes its files along, and whoever still imports it does not compile", async () => {
  const folder = await project();
  const two = shop.replace(
    "\ncomponents:",
    "\n  /gone:\n    get: { operationId: readGone, tags: [Gone], responses: { 200: { description: ok } } }\ncomponents:",
  );
  expect(two).not.toBe(shop);
  await writeFiles(folder, { "shop.yaml": two });
  expect(runNode(codegenCommand, generateShop, { cwd: folder }).status).toBe(0);
  await writeFiles(folder, { "uses.ts": 'import { Gone } from "./out/groups/gone.js";\nexport const gone = Gone;\n' });
  expect(await typeErrors("typescript-7", folder)).toBe("");
  await writeFiles(folder, { "shop.yaml": shop });
  expect(runNode(codegenCommand, generateShop, { cwd: folder }).output).toMatch(/2 removed/);
  expect(await readdir(join(folder, "out/groups"))).not.toContain("gone.ts");
  expect(await readdir(join(folder, "out/operations"))).not.toContain("gone.ts");
  for (const compiler of compilers) expect(await typeErrors(compiler, folder)).toContain("uses.ts(1,22): error TS2307");
}, 60_000);

test.skipIf(process.platform === "win32")("a document whose name is code is named in a comment only", async () => {
  const folder = await project();
  const name = "a\nprocess.exit(1);\u2028evil();.yaml";
  await writeFile(join(folder, name), shop);
  expect(runNode(codegenCommand, ["generate", name, "--out", "out"], { cwd: folder }).status).toBe(0);
  const text = await readFile(join(folder, "out/index.ts"), "utf8");
  expect(text.split("\n", 2)[0]).toBe(
    "// Generated from a\\u000aprocess.exit(1);\\u2028evil();.yaml. To change it, edit the document and generate again.",
  );
  expect(await typeErrors("typescript-7", folder)).toBe("");
});

test.skipIf(process.platform === "win32")(
  "a full disk leaves the old output, and the next run finds nothing to repair",
  async () => {
    const folder = await project({ linked: false });
    await writeFiles(folder, { "shop.yaml": shop });
    expect(runNode(codegenCommand, generateShop, { cwd: folder }).status).toBe(0);
    const before = await filesOf(join(folder, "out"));
    const description = "word ".repeat(100_000);
    await writeFiles(folder, { "shop.yaml": shop.replace("Legal name.", description) });
    // The system's own limit: no file may grow beyond 32 KiB, or 16 where the shell counts blocks of 512 bytes.
    const command = ["-c", 'ulimit -f 32; exec "$@"', "sh", process.execPath, codegenCommand, ...generateShop];
    const { status, stderr } = spawnSync("sh", command, { cwd: folder, encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stderr).not.toMatch(/^\s+at |defect/m);
    expect(await filesOf(join(folder, "out"))).toEqual(before);
    expect(runNode(codegenCommand, generateShop, { cwd: folder }).status).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(["out", "package.json", "shop.yaml"]);
    expect(await readFile(join(folder, "out/types.ts"), "utf8")).toContain("word word");
  },
);
