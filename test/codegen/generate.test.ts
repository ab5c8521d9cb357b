import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { describe, expect, test } from "vitest";
import { codegenCommand, filesOf, project, root, runNode } from "../support/generated.js";

const platforms = ["aps", "appdirect"] as const;

describe.each(platforms)("spec/%s.yaml", (platform) => {
  const committed = join(root, "sdk/src/generated", platform);
  const runtime = ["--runtime", "../../runtime/index.js"];

  test("generates what is committed, byte for byte, and a second time touches no file", async () => {
    const folder = await project();
    const args = ["generate", join(root, `spec/${platform}.yaml`), "--out", join(folder, "client"), ...runtime];
    expect(runNode(codegenCommand, args).status).toBe(0);
    const first = await filesOf(join(folder, "client"));
    expect(first).toEqual(await filesOf(committed));
    const before = await times(folder, first);
    expect(runNode(codegenCommand, args).output).toMatch(/0 written/);
    expect(await times(folder, first)).toEqual(before);
  });

  test("--check agrees, disagrees after one word has changed, and agrees when it is undone", async () => {
    const folder = await project();
    const document = join(folder, `${platform}.yaml`);
    await cp(join(root, `spec/${platform}.yaml`), document);
    const args = ["generate", document, "--out", join(folder, "client"), ...runtime];
    expect(runNode(codegenCommand, args).status).toBe(0);
    const original = await filesOf(join(folder, "client"));
    expect(runNode(codegenCommand, [...args, "--check"]).status).toBe(0);

    const text = await readFile(document, "utf8");
    const word = platform === "aps" ? "Places an order." : "Fetches the event named in a notification.";
    expect(text).toContain(word);
    await writeFile(document, text.replace(word, word.replace(/^\S+/, "Takes")));
    expect(runNode(codegenCommand, [...args, "--check"]).status).toBe(1);
    expect(runNode(codegenCommand, args).status).toBe(0);
    expect(await filesOf(join(folder, "client"))).not.toEqual(original);

    await writeFile(document, text);
    expect(runNode(codegenCommand, args).status).toBe(0);
    expect(await filesOf(join(folder, "client"))).toEqual(original);
    expect(runNode(codegenCommand, [...args, "--check"]).status).toBe(0);
  });
});

async function times(folder: string, files: ReadonlyMap<string, string>): Promise<number[]> {
  return Promise.all([...files.keys()].map(async (path) => (await stat(join(folder, "client", path))).mtimeMs));
}

test("a per cent sign in the name of a property stays one, however deep", async () => {
  const folder = await project();
  const nested = (name: string, schema: object) => ({ type: "object", properties: { [name]: schema } });
  const deep = nested("a%", nested("%25", nested("=p", nested("=", { oneOf: [nested("%=", {}), { type: "null" }] }))));
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, components: { schemas: { Deep: deep } } };
  await writeFile(join(folder, "deep.json"), JSON.stringify(document));
  await generate({ document: join(folder, "deep.json"), out: join(folder, "client") });
  const text = await readFile(join(folder, "client/types.ts"), "utf8");
  const names = Array.from(text.matchAll(/"(.*)"\?:/g), ([, name]) => name);
  expect(names).toEqual(["a%", "%25", "=p", "=", "%="]);
});

test("a schema that is called like a method's type parameter is not hidden by it", async () => {
  const folder = await project();
  const items = { type: "array", items: { $ref: "#/components/schemas/C" } };
  const list = {
    "x-rql": { resource: "#/components/schemas/C" },
    "x-pagination": { limit: "rql", total: "content-range", pageSize: 10 },
    responses: { 200: { description: "", content: { "application/json": { schema: items } } } },
  };
  const components = { schemas: { C: { type: "object", properties: { name: { type: "string" } } } } };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/c": { get: list } }, components };
  await writeFile(join(folder, "c.json"), JSON.stringify(document));
  await generate({ document: join(folder, "c.json"), out: join(folder, "client") });
  const text = await readFile(join(folder, "client/groups/default.ts"), "utf8");
  expect(text).toContain("<const C2 extends RqlClauses = RqlClauses>(rql?: RqlQuery<C, C2>");
});
