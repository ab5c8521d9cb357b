import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, root, runNode, writeFiles } from "../support/generated.js";

const command = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Checks a copy of the sources with additional files. */
async function checkImports(files: Readonly<Record<string, string>>): Promise<ReturnType<typeof runNode>> {
  const folder = await project();
  for (const path of ["codegen/src", "sdk/src", "sdk/tsconfig.json", "tsconfig.json", "examples/quickstart.ts"]) {
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await cp(join(root, ".dependency-cruiser.mjs"), join(folder, ".dependency-cruiser.mjs"));
  await writeFiles(folder, files);
  return runNode(command, ["--config", ".dependency-cruiser.mjs", "codegen/src", "sdk/src", "examples"], {
    cwd: folder,
  });
}

const upward = [
  { file: "sdk/src/oauth1/upward.ts", target: "../http/index.js", rule: "oauth1-imports-no-layer-above" },
  { file: "sdk/src/http/upward.ts", target: "../runtime/index.js", rule: "http-imports-no-layer-above" },
  { file: "sdk/src/runtime/upward.ts", target: "../generated/aps/index.js", rule: "runtime-imports-no-layer-above" },
  { file: "sdk/src/generated/upward.ts", target: "../aps/index.js", rule: "generated-imports-no-layer-above" },
  { file: "sdk/src/generated/aside.ts", target: "../http/index.js", rule: "generated-imports-only-the-runtime" },
  { file: "sdk/src/aps/upward.ts", target: "../index.js", rule: "-aps-appdirect-diagnose--imports-no-layer-above" },
  { file: "sdk/src/index.ts", target: "./cli/program.js", rule: "index-ts-imports-no-layer-above" },
  { file: "sdk/src/oauth1/sign/upward.ts", target: "../../diagnose/index.js", rule: "oauth1-imports-no-layer-above" },
  {
    file: "sdk/src/diagnose/upward.ts",
    target: "../cli/program.js",
    rule: "-aps-appdirect-diagnose--imports-no-layer-above",
  },
  { file: "sdk/src/diagnose/aside.ts", target: "../http/index.js", rule: "diagnose-imports-only-oauth1-and-errors" },
  {
    file: "sdk/src/aps/inside.ts",
    target: "../http/body/exact-json.js",
    rule: "sdk-folders-are-imported-by-index",
  },
  {
    file: "sdk/src/http/body/inside.ts",
    target: "../timing/deadline.js",
    rule: "sdk-subfolders-are-imported-by-index",
  },
  { file: "sdk/src/rql/aside.ts", target: "../oauth1/sign/index.js", rule: "rql-imports-only-errors" },
  { file: "sdk/src/node/aside.ts", target: "../errors.js", rule: "node-imports-no-other-folder" },
  { file: "sdk/src/oauth1/aside.ts", target: "../rql/index.js", rule: "oauth1-imports-only-errors" },
  { file: "sdk/src/aside.ts", target: "../../codegen/src/index.js", rule: "sdk-imports-no-other-package" },
  { file: "codegen/src/load/later.ts", target: "../emit/index.js", rule: "codegen-load-imports-no-later-step" },
  { file: "codegen/src/openapi/later.ts", target: "../model/index.js", rule: "codegen-openapi-imports-no-later-step" },
  {
    file: "codegen/src/model/inside.ts",
    target: "../openapi/fields.js",
    rule: "codegen-folders-are-imported-by-index",
  },
  {
    file: "codegen/src/aside.ts",
    target: "../../sdk/src/index.js",
    rule: "codegen-imports-no-other-package",
  },
];

describe("imports point in one direction", () => {
  test("in the current sources", async () => {
    const { status, output } = await checkImports({});
    expect(output).toContain("no dependency violations found");
    expect(status).toBe(0);
  });

  test("and the check fails for each import that does not", async () => {
    const { status, output } = await checkImports(
      Object.fromEntries(upward.map(({ file, target }) => [file, `export * from "${target}";\n`])),
    );
    for (const { file, rule } of upward) expect(output).toMatch(new RegExp(`error ${rule}: ${file} `));
    expect(status).not.toBe(0);
  });
});
