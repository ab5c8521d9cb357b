import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatFinding } from "../../../codegen/src/findings.js";
import { load } from "../../../codegen/src/load/index.js";
import { buildModel } from "../../../codegen/src/model/index.js";
import { acceptDocument, validate } from "../../../codegen/src/validate/index.js";
import { project, writeFiles } from "../../support/generated.js";

const head = 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\n';

/** A document of many files in a folder of its own, loaded. */
async function loaded(files: Readonly<Record<string, string>>) {
  const folder = await project({ linked: false });
  await writeFiles(folder, files);
  const document = await load(join(folder, "api/openapi.yaml"));
  const findings = () => validate(document).map((finding) => formatFinding(finding).replaceAll(`${folder}/api/`, ""));
  return { folder, document, findings };
}

const shop = {
  "api/openapi.yaml": `${head}paths:
  /orders/{id}:
    $ref: ./paths/order.yaml
  /lines:
    get:
      responses:
        200: { $ref: "paths/shared.json#/responses/Lines" }
components:
  schemas:
    Money: { type: object, properties: { amount: { type: number }, of: { $ref: schemas/order.yaml } } }
`,
  "api/paths/order.yaml": `get:
  tags: [orders]
  responses:
    200:
      description: An order.
      content:
        application/json:
          schema: { $ref: ../schemas/order.yaml }
`,
  "api/paths/shared.json": JSON.stringify({
    responses: {
      Lines: {
        description: "",
        content: {
          "application/json": { schema: { type: "array", items: { $ref: "../schemas/order.yaml#/$defs/Line" } } },
        },
      },
    },
  }),
  "api/schemas/order.yaml": `type: object
properties:
  lines: { type: array, items: { $ref: "#/$defs/Line" } }
  total: { $ref: "../openapi.yaml#/components/schemas/Money" }
  next: { $ref: order.yaml }
$defs:
  Line: { type: object, properties: { order: { $ref: "#" } } }
`,
};

describe("a document of several files", () => {
  test("is one document, whatever refers to what, in circles too", async () => {
    const { document, findings } = await loaded(shop);
    expect(findings()).toEqual([]);
    expect(document.files.map((file) => file.replace(/^.*\/api\//, ""))).toEqual([
      "openapi.yaml",
      "schemas/order.yaml",
      "paths/shared.json",
      "paths/order.yaml",
    ]);
    const { groups, schemas } = buildModel(acceptDocument(document), { source: "openapi.yaml" });
    expect(groups.map(({ name }) => name)).toEqual(["orders", "default"]);
    expect(schemas.map(({ name }) => name).sort()).toEqual(["Line", "Money", "Order"]);
    expect(schemas.find(({ name }) => name === "Order")?.schema).toMatchObject({
      properties: [
        { name: "lines", schema: { items: { kind: "reference", name: "Line" } } },
        { name: "total", schema: { kind: "reference", name: "Money" } },
        { name: "next", schema: { kind: "reference", name: "Order" } },
      ],
    });
  });

  test.each([
    {
      given: "a mistake in a file is told with its place there",
      files: { "api/schemas/order.yaml": "type: object\nproperties:\n  a: { type: file }\n$defs: { Line: {} }\n" },
      want: 'schemas/order.yaml:3:8: Expected one or a list of string, number, integer, boolean, object, array, null in "type", found "file".',
    },
    {
      given: "so is one in a path item",
      files: { "api/paths/order.yaml": "get:\n  parameters: [{ name: x, in: path }]\n" },
      want: 'paths/order.yaml:2:16: The path parameter "x" is not used in the path "/orders/{id}". Add it to the path in braces, or remove it.',
    },
    {
      given: "a syntax error is one of the file that has it",
      files: { "api/paths/order.yaml": "get: [\n" },
      want: "paths/order.yaml:2:1: Syntax error: Flow sequence in block collection must be sufficiently indented and end with a ].",
    },
    {
      given: "a name that the file does not have",
      files: { "api/paths/shared.json": '{ "responses": {} }' },
      want: 'openapi.yaml:9:16: "paths/shared.json#/responses/Lines" does not exist in the document.',
    },
  ])("$given", async ({ files, want }) => {
    const { findings } = await loaded({ ...shop, ...files });
    expect(findings()).toContain(want);
  });

  test("says once that a file is missing, at a reference that means something", async () => {
    const schema =
      "{ properties: { a: { $ref: none.yaml }, b: { $ref: none.yaml }, c: { example: { $ref: other.yaml } } } }";
    const { findings } = await loaded({ "api/openapi.yaml": `${head}components: { schemas: { A: ${schema} } }\n` });
    expect(findings()).toEqual([
      'openapi.yaml:3:50: Cannot read "none.yaml": File not found. A reference is a path relative to its own file. Below an absolute `$id`, it may also point to another `$id` in the same file.',
    ]);
  });

  test.each([
    "../outside.yaml",
    "schemas/../../outside.yaml",
    "%2e%2e/outside.yaml",
    "/etc/passwd",
    "..\\\\outside.yaml",
    "..%5Coutside.yaml",
    "file:///etc/passwd",
    "http://localhost/a.yaml",
    "//localhost/a.yaml",
  ])("does not leave its folder: %s", async (reference) => {
    const { findings } = await loaded({
      "api/openapi.yaml": `${head}components: { schemas: { A: { $ref: "${reference}" } } }\n`,
      "outside.yaml": "type: object\n",
    });
    expect(findings()).toEqual([
      expect.stringContaining("References outside the document and its folder are not supported"),
    ]);
  });

  test("does not leave its folder by a symbolic link", async () => {
    const { folder } = await loaded({ "api/openapi.yaml": head, "outside.yaml": "type: object\n" });
    await symlink(join(folder, "outside.yaml"), join(folder, "api/inside.yaml"));
    await writeFiles(folder, { "api/openapi.yaml": `${head}components: { schemas: { A: { $ref: inside.yaml } } }\n` });
    const [finding] = validate(await load(join(folder, "api/openapi.yaml")));
    expect(finding?.message).toBe('Cannot read "inside.yaml": The file is outside the document\'s folder.');
  });

  test("finds the schemas of a discriminator in other files", async () => {
    const { document, findings } = await loaded({
      "api/openapi.yaml": `${head}components: { schemas: { Pet: { $ref: pets.yaml#/Pet } } }\n`,
      "api/pets.yaml": `Pet:
  oneOf: [{ $ref: "#/Cat" }, { $ref: "#/Dog" }]
  discriminator: { propertyName: kind, mapping: { cat: "#/Cat", dog: "./pets.yaml#/Dog" } }
Cat: { type: object }
Dog: { type: object }
`,
    });
    expect(findings()).toEqual([]);
    const { schemas } = buildModel(acceptDocument(document), { source: "openapi.yaml" });
    expect(schemas.map(({ name }) => name)).toEqual(["Pet", "Cat", "Dog"]);
  });
});
