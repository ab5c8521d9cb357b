import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { buildModel, type Model, type ObjectSchema } from "../../../codegen/src/model/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";

/** The model of a document that consists of component schemas. */
function modelOf(schemas: Readonly<Record<string, unknown>>, openapi = "3.1.0"): Model {
  const document = { openapi, info: { title: "T", version: "1" }, components: { schemas } };
  const source = "doc.json";
  return buildModel(acceptDocument(parseDocument(JSON.stringify(document), source)), { source });
}

function schemaOf(schema: unknown, openapi?: string): unknown {
  const { schemas } = modelOf({ A: schema, B: { type: "string" } }, openapi);
  return schemas.find(({ name }) => name === "A")?.schema;
}

const reference = { kind: "reference", name: "B" };
const $ref = "#/components/schemas/B";

describe("keywords next to a reference", () => {
  const property = { $ref, description: "Mine.", readOnly: true, maxLength: 3, type: "string", nullable: true };

  test.each(["3.0.3", "3.0"])("are nothing in OpenAPI %s", (openapi) => {
    const { properties } = schemaOf({ properties: { b: property } }, openapi) as ObjectSchema;
    expect(properties).toEqual([{ name: "b", required: false, docs: { deprecated: false }, schema: reference }]);
    expect(schemaOf(property, openapi)).toEqual(reference);
  });

  test.each(["3.1.0", "3.2.0"])("count in OpenAPI %s", (openapi) => {
    const { properties } = schemaOf({ properties: { b: property } }, openapi) as ObjectSchema;
    const both = { kind: "intersection", members: [reference, { kind: "string", maxLength: 3 }] };
    const schema = { kind: "union", members: [both, { kind: "null" }] };
    const docs = { description: "Mine.", deprecated: false };
    expect(properties).toEqual([{ name: "b", required: false, access: "read", docs, schema }]);
  });

  test("make a schema of their own where another reference leads to them", () => {
    const { schemas } = modelOf({
      A: { properties: { b: { $ref, type: "string", maxLength: 3 }, same: { $ref, description: "B." } } },
      B: { type: "string" },
      C: { $ref: "#/components/schemas/A/properties/b" },
      D: { $ref: "#/components/schemas/A/properties/same" },
    });
    const named = Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]));
    expect(named["C"]).toEqual({ kind: "reference", name: "AB" });
    expect(named["AB"]).toEqual({ kind: "intersection", members: [reference, { kind: "string", maxLength: 3 }] });
    expect(named["D"]).toEqual(reference);
  });
});
