import { readdirSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { type ClientOptions, generate } from "@apsdirect/codegen";
import { Project, SyntaxKind } from "ts-morph";
import { describe, expect, test } from "vitest";
import { compilers, filesOf, project, root, runNode, typeErrors } from "../support/generated.js";
import { inertness } from "../support/inert.js";

const golden = join(root, "test/codegen/golden");
const generated = join(root, "sdk/src/generated");

/** Each a folder with a document of its name and the client that is generated from it. */
const names = readdirSync(golden);

/** What is asked for beside the document. */
const options: Readonly<Record<string, ClientOptions>> = {
  choices: { enums: "closed", dates: "Date" },
  paths: { paths: true },
};

/** Set it to write what is generated now; then read the difference before you keep it. */
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";

test.each(names)("the document of %s generates what was read and found good", async (name) => {
  const folder = await project();
  const out = join(folder, "client");
  const kept = join(golden, name, "client");
  await generate({ document: join(golden, name, `${name}.yaml`), out, ...options[name] });
  if (isUpdate) await cp(out, kept, { recursive: true });
  expect(await filesOf(out)).toEqual(await filesOf(kept));
});

describe.each(compilers)("under every strict flag, %s accepts", (compiler) => {
  test("the clients of all constructs", async () => {
    const folder = await project();
    for (const name of names) await cp(join(golden, name, "client"), join(folder, name), { recursive: true });
    expect(await typeErrors(compiler, folder)).toBe("");
  });

  test("the clients of both platforms", async () => {
    const folder = await project();
    await cp(join(root, "sdk/src"), join(folder, "src"), { recursive: true });
    expect(await typeErrors(compiler, folder, { types: ["node"] })).toBe("");
  });
});

test.each([golden, generated])("%s runs nothing but builders of schemas when it is loaded", async (folder) => {
  const clients = [...(await filesOf(folder))].filter(([path]) => !path.endsWith(".yaml"));
  expect(inertness(new Map(clients))).toEqual([]);
});

test("what is generated for both platforms passes the repository's own lint and format", () => {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { status, output } = runNode(biome, ["check", "sdk/src/generated"], { cwd: root });
  expect(output).toContain("No fixes applied");
  expect(status).toBe(0);
});

describe.each([
  { clients: "both platforms", folder: generated },
  { clients: "all constructs", folder: golden },
])("what is generated for $clients", ({ folder }) => {
  test("has no line over 120 characters", async () => {
    const lines = [...(await filesOf(folder))]
      .filter(([path]) => path.endsWith(".ts"))
      .flatMap(([, text]) => text.split("\n"));
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });

  test("has no method body of more than one statement, no cast, no any and no directive", () => {
    const sources = new Project({ skipAddingFilesFromTsConfig: true });
    sources.addSourceFilesAtPaths(join(folder, "**/*.ts"));
    const files = sources.getSourceFiles();
    const bodies = files.flatMap((file) => [
      ...file.getDescendantsOfKind(SyntaxKind.MethodDeclaration),
      ...file.getDescendantsOfKind(SyntaxKind.Constructor),
    ]);
    expect(bodies.length).toBeGreaterThan(5);
    expect(bodies.filter((body) => body.getStatements().length !== 1).map((body) => body.getText())).toEqual([]);
    const casts = [SyntaxKind.AsExpression, SyntaxKind.TypeAssertionExpression, SyntaxKind.NonNullExpression] as const;
    expect(files.flatMap((file) => casts.flatMap((kind) => file.getDescendantsOfKind(kind)))).toEqual([]);
    expect(files.flatMap((file) => file.getDescendantsOfKind(SyntaxKind.AnyKeyword))).toEqual([]);
    const directives = /@ts-|biome-ignore|eslint-disable/;
    expect(files.filter((file) => directives.test(file.getFullText())).map((file) => file.getFilePath())).toEqual([]);
  });
});
