import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../../../codegen/src/load/index.js";
import { buildModel, type Schema } from "../../../codegen/src/model/index.js";
import { acceptDocument, validate } from "../../../codegen/src/validate/index.js";
import { temporaryFolder } from "../write/folder.js";

async function loaded(schemas: object, files: Readonly<Record<string, object>> = {}) {
  const folder = await temporaryFolder();
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, components: { schemas } };
  for (const [path, file] of Object.entries({ "openapi.json": document, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(file, undefined, 1));
  }
  return load(join(folder, "openapi.json"));
}

async function schemaOf(name: string, schemas: object, files?: Readonly<Record<string, object>>): Promise<Schema> {
  const { schemas: settled } = buildModel(acceptDocument(await loaded(schemas, files)), { source: "openapi.json" });
  return settled.find((schema) => schema.name === name)?.schema ?? { kind: "unknown" };
}

const order = {
  $id: "https://shop.example/schemas/order",
  type: "object",
  properties: { id: { $anchor: "id", type: "string" } },
};

describe("a reference names a schema", () => {
  test.each([
    { by: "its $id", $ref: "https://shop.example/schemas/order", want: "Order" },
    { by: "its $id and a pointer", $ref: "https://shop.example/schemas/order#/properties/id", want: "OrderId" },
    { by: "its $id and an $anchor", $ref: "https://shop.example/schemas/order#id", want: "OrderId" },
    { by: "an $anchor of its own file", $ref: "#item", want: "Item" },
    { by: "an $anchor of another file", $ref: "other.json#there", want: "Part" },
    { by: "a $dynamicAnchor", $ref: "#node", want: "Node" },
    {
      by: "a pointer through a reference",
      $ref: "#/components/schemas/Box/properties/order/properties/id",
      want: "OrderId",
    },
    {
      by: "a pointer through two",
      $ref: "#/components/schemas/Crate/properties/box/properties/order/properties/id",
      want: "OrderId",
    },
  ])("by $by", async ({ $ref, want }) => {
    const schemas = {
      // What looks like a name in an example is none.
      Example: { type: "object", example: { $anchor: "item", $ref: "#item" } },
      A: { type: "object", properties: { a: { $ref } } },
      Order: order,
      Item: { $anchor: "item", type: "string" },
      Node: { $dynamicAnchor: "node", type: "string" },
      Box: { type: "object", properties: { order: { $ref: "#/components/schemas/Order" } } },
      Crate: { type: "object", properties: { box: { $ref: "#/components/schemas/Box" } } },
    };
    const schema = await schemaOf("A", schemas, { "other.json": { part: { $anchor: "there", type: "string" } } });
    expect(schema).toMatchObject({ properties: [{ schema: { kind: "reference", name: want } }] });
  });

  const named = {
    Order: {
      $id: "https://shop.example/schemas/order.json",
      type: "object",
      properties: { line: { $ref: "line.json" }, amount: { $ref: "./line.json#/properties/amount" } },
    },
    Line: {
      $id: "https://shop.example/schemas/line.json",
      type: "object",
      properties: { amount: { type: "integer" } },
    },
  };
  const ofLine = [
    { schema: { kind: "reference", name: "Line" } },
    { schema: { kind: "reference", name: "LineAmount" } },
  ];

  test("by a path from the absolute $id around it, and no file of that path is looked for", async () => {
    expect(await schemaOf("Order", named, { "line.json": { type: "boolean" } })).toMatchObject({ properties: ofLine });
    const schemas = { Sent: { $ref: "schemas/all.json#/Order" } };
    const { schemas: settled } = buildModel(acceptDocument(await loaded(schemas, { "schemas/all.json": named })), {
      source: "openapi.json",
    });
    expect(settled.find(({ name }) => name === "Line")?.schema).toMatchObject({ properties: [{ name: "amount" }] });
  });

  test("by a path of a file, where no schema has such an $id, and the finding tells of both ways", async () => {
    const { Order } = named;
    const file = { type: "object", properties: { amount: { type: "integer" } } };
    expect(await schemaOf("Order", { Order }, { "line.json": file })).toMatchObject({ properties: [{}, {}] });
    const findings = validate(await loaded({ Order }));
    expect(findings.map(({ message }) => message)).toEqual(['Cannot read "line.json": File not found.']);
    expect(findings[0]?.hint).toContain("Below an absolute `$id`, it may also point to another `$id`");
  });

  test("relative to the $id around it, where that is what leads somewhere", async () => {
    const Tree = {
      $id: "https://shop.example/tree",
      type: "object",
      properties: { next: { $ref: "#/$defs/leaf" }, order: { $ref: "/schemas/order" } },
      $defs: { leaf: { type: "string" } },
    };
    const reference = (name: string) => ({ schema: { kind: "reference", name } });
    expect(await schemaOf("Tree", { Tree, Order: order })).toMatchObject({
      properties: [reference("TreeLeaf"), reference("Order")],
    });
  });

  test("that is the lexical target of a $dynamicRef", async () => {
    const Tree = { $dynamicAnchor: "node", type: "object", properties: { next: { $dynamicRef: "#node" } } };
    expect(await schemaOf("Tree", { Tree })).toMatchObject({
      properties: [{ schema: { kind: "reference", name: "Tree" } }],
    });
  });
});

test.each([
  { $ref: "#nobody" },
  { $ref: "https://shop.example/nothing" },
  { $dynamicRef: "#nobody" },
  { $ref: "#/components/schemas/Box/properties/order/properties/nothing" },
])("a broken reference is rejected with its position: %j", async (reference) => {
  const schemas = { A: { properties: { a: reference } }, Order: order };
  const box = { properties: { order: { $ref: "#/components/schemas/Order" } } };
  const findings = validate(await loaded({ ...schemas, Box: box }));
  expect(findings).toHaveLength(1);
  // That of the reference, or of "a" where a `$dynamicRef` has become one.
  expect([11, 12]).toContain(findings[0]?.position.line);
});

test("a pointer through itself leads nowhere", async () => {
  const findings = validate(await loaded({ Loop: { $ref: "#/components/schemas/Loop/x" } }));
  expect(findings.map(({ message }) => message)).toEqual([
    '"#/components/schemas/Loop/x" does not exist in the document.',
  ]);
});
