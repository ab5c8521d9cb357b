import fs from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { codegenCommand, filesOf, project, runNode, writeFiles } from "../../support/generated.js";

afterEach(() => vi.restoreAllMocks());

/** Generates a document, and returns `paths.ts` and the warnings. */
async function generatePaths(document: string, beside: Readonly<Record<string, string>> = {}) {
  const folder = await project({ linked: false });
  await writeFiles(folder, { ...beside, "doc.yaml": document });
  const { warnings } = await generate({ document: join(folder, "doc.yaml"), out: join(folder, "client"), paths: true });
  const files = await filesOf(join(folder, "client"));
  return {
    text: files.get("paths.ts"),
    files,
    warnings: warnings.map(({ position, message }) => `${position.line}:${position.column}: ${message}`),
  };
}

function documentOf(fields: string): string {
  return `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${fields}\n`;
}

test("nothing that only looks like a reference is fetched or opened", async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = join(await project({ linked: false }), "secret.json");
  await writeFile(secret, '{ "type": "string", "description": "secret" }');
  const reads = [vi.spyOn(fs, "readFileSync"), vi.spyOn(fs.promises, "readFile"), vi.spyOn(fs, "readFile")];

  const reference = (name: string) =>
    `{ a: { $ref: "${url}/${name}" }, b: { $ref: "${secret}" }, c: { $ref: "file://${secret}" } }`;
  const { text } = await generatePaths(
    documentOf(`x-root: ${reference("root")}
info: { title: T, version: "1", x-info: ${reference("info")} }
externalDocs: ${reference("docs")}
paths:
  /a:
    x-item: ${reference("item")}
    get:
      description: '{ "$ref": "${url}/description" }'
      x-operation: ${reference("operation")}
      callbacks: { called: ${reference("callback")} }
      responses:
        "200":
          description: ok
          links: { next: ${reference("link")} }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/A" }
              example: ${reference("media")}
              examples: { one: { value: ${reference("examples")}, externalValue: "${url}/external" } }
              encoding: { a: ${reference("encoding")} }
components:
  examples: { one: ${reference("component")} }
  schemas:
    A:
      type: object
      x-schema: ${reference("schema")}
      example: ${reference("example")}
      examples: [${reference("examples")}]
      default: ${reference("default")}
      externalDocs: { url: "${url}/more" }
      properties:
        enum: { enum: [${reference("enum")}] }
        const: { const: ${reference("const")} }
        not: { not: { const: ${reference("not")} } }`).replace(/^info: .*\n/m, ""),
  );
  expect(text).toContain("A: {");
  expect(requests).toEqual([]);
  const paths = reads.flatMap(({ mock }) => mock.calls.map(([path]) => String(path)));
  expect(paths.filter((path) => path.includes("secret"))).toEqual([]);
});

test("parts of other files become components", async () => {
  const { text } = await generatePaths(
    documentOf(`paths:
  /a: { get: { responses: { "200": { $ref: "parts.yaml#/answer" } } } }
components: { schemas: { Line: { $ref: "line.yaml" } } }`),
    {
      "parts.yaml": `answer: { description: ok, content: { application/json: { schema: { $ref: "order.yaml" } } } }`,
      "order.yaml": `{ type: object, properties: { line: { $ref: "line.yaml" }, parent: { $ref: "order.yaml" } } }`,
      "line.yaml": `{ type: object, properties: { amount: { type: number } } }`,
    },
  );
  expect(text).toContain(`"application/json": components["schemas"]["Order"];`);
  expect(text).toContain(`line?: components["schemas"]["Line"];`);
  expect(text).toContain(`parent?: components["schemas"]["Order"];`);
  expect(text).not.toContain('.yaml"]');
});

test.each([
  {
    part: "a method that openapi-typescript does not know",
    fields: "paths: { /a: { query: { responses: {} }, get: { responses: {} } } }",
    want: ["3:16: paths.ts leaves out QUERY /a: openapi-typescript does not support the method QUERY."],
  },
  {
    part: "a parameter that is the whole query",
    fields: `paths: { /a: { get: { parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }], responses: {} } } }`,
    want: [
      `3:23: paths.ts leaves out the parameter "q" of GET /a: openapi-typescript does not support parameters in "querystring".`,
    ],
  },
  {
    part: "items of a stream",
    fields: `paths: { /a: { get: { responses: { "200": { description: ok, content: { application/jsonl: { itemSchema: {} } } } } } } }`,
    want: [
      "3:73: paths.ts types application/jsonl of GET /a as unknown: openapi-typescript does not support itemSchema.",
    ],
  },
  {
    part: "recursion through lists alone",
    fields: `components: { schemas: { A: { type: array, items: { $ref: "#/components/schemas/A" } } } }`,
    want: [
      `3:26: paths.ts types references from "A" to itself as unknown: TypeScript does not accept this recursion in the types of openapi-typescript.`,
    ],
  },
  { part: "nothing, where all can be expressed", fields: "paths: { /a: { get: { responses: {} } } }", want: [] },
])("a warning names $part", async ({ fields, want }) => {
  const { text, warnings } = await generatePaths(documentOf(fields).replace("3.1.0", "3.2.0"));
  expect(text).toBeDefined();
  expect(warnings).toEqual(want);
});

test("a document that openapi-typescript refuses costs paths.ts alone", async () => {
  // Its linter takes the schema of this property for a function.
  const { text, files, warnings } = await generatePaths(
    documentOf("components: { schemas: { A: { type: object, properties: { valueOf: { type: string } } } } }"),
  );
  expect(text).toBeUndefined();
  expect(files.get("types.ts")).toContain("valueOf?: string;");
  expect(warnings).toEqual([
    "1:1: paths.ts was not written: openapi-typescript rejected the document (Cannot convert undefined or null to object).",
  ]);
});

test("the same document gives the same bytes, whatever the order of its keys", async () => {
  const schemas = [
    "A: { type: array, items: { $ref: '#/components/schemas/B' } }",
    "B: { anyOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }",
  ];
  const texts = await Promise.all(
    [schemas, schemas.toReversed()].map(async (each) => {
      const { text = "" } = await generatePaths(documentOf(`components: { schemas: { ${each.join(", ")} } }`));
      return text.split("\n").sort();
    }),
  );
  expect(texts[0]).toEqual(texts[1]);
});

test("the command prints warnings on stderr, and lists them with --json", async () => {
  const folder = await project({ linked: false });
  await writeFile(join(folder, "doc.yaml"), documentOf("paths: { /a: { query: { responses: {} } } }"));
  const args = ["generate", "doc.yaml", "--out", "client", "--paths"];
  const message = "paths.ts leaves out QUERY /a: openapi-typescript does not support the method QUERY.";
  const told = runNode(codegenCommand, args, { cwd: folder });
  expect(told.status).toBe(0);
  expect(told.output).toContain(`doc.yaml:3:16: warning: ${message}\n`);
  const again = runNode(codegenCommand, [...args, "--json"], { cwd: folder });
  expect(JSON.parse(again.output)).toMatchObject({
    ok: true,
    written: [],
    warnings: [{ file: "doc.yaml", line: 3, column: 16, message }],
  });
});
