import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as appdirect from "apsdirect/appdirect";
import * as aps from "apsdirect/aps";
import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  record,
  sample,
  string,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { safeParse } from "zod/mini";
import { load } from "../../codegen/src/load/index.js";
import { buildModel, type Model, type Property, type Schema } from "../../codegen/src/model/index.js";
import { acceptDocument } from "../../codegen/src/validate/index.js";
import { counted } from "../support/counts.js";
import { compilers, project, root, typeErrors } from "../support/generated.js";

const platforms = { aps: aps.schemas, appdirect: appdirect.schemas };
const VALUES = counted({ usual: 5, long: 100 });
const DEEPEST = 4;

/** Values that a schema describes, made from the model and so from neither of the two that are compared. */
function valuesOf(schema: Schema, model: Model, depth = 0): Arbitrary<unknown> {
  const inner = (part: Schema): Arbitrary<unknown> => valuesOf(part, model, depth + 1);
  switch (schema.kind) {
    case "null":
      return constant(null);
    case "boolean":
      return boolean();
    case "string":
      return string({ maxLength: 8 });
    case "number":
      return schema.integer
        ? integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
        : double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case "enum":
      return constantFrom(...schema.values, ...(schema.open ? ["a value that is not listed"] : []));
    case "array":
      return array(inner(schema.items), { minLength: schema.minItems ?? 0, maxLength: depth > DEEPEST ? 0 : 3 });
    case "object":
      return objects(schema.properties, inner, depth, schema.additional !== undefined);
    case "union":
      return oneof(...schema.members.map(inner));
    case "reference":
      return valuesOf(named(model, schema.name), model, depth);
    case "unknown":
      return dictionary(string({ maxLength: 4 }), integer(), { maxKeys: 2 });
    default:
      throw new TypeError(`Neither document has a schema of the kind ${schema.kind}`);
  }
}

function objects(
  properties: readonly Property[],
  inner: (schema: Schema) => Arbitrary<unknown>,
  depth: number,
  isOpen: boolean,
): Arbitrary<unknown> {
  const kept = properties.filter(({ required }) => required || depth <= DEEPEST);
  const requiredKeys = properties.filter(({ required }) => required).map(({ name }) => name);
  const known = record(Object.fromEntries(kept.map(({ name, schema }) => [name, inner(schema)])), { requiredKeys });
  return isOpen ? known.map((value) => ({ "not-in-the-document": "x", ...value })) : known;
}

function named(model: Model, name: string): Schema {
  const found = model.schemas.find((schema) => schema.name === name);
  if (found === undefined) throw new TypeError(`No schema ${name}`);
  return found.schema;
}

/** A value without each of its required properties in turn: neither side may take these. */
function lacking(schema: Schema, value: unknown): unknown[] {
  if (schema.kind !== "object" || typeof value !== "object" || value === null) return [];
  return schema.properties
    .filter(({ required }) => required)
    .map(({ name }) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
}

describe.each(Object.entries(platforms))("every schema of %s and its type", (platform, schemas) => {
  test("take the same values and refuse the same", async () => {
    const document = acceptDocument(await load(join(root, `spec/${platform}.yaml`)));
    const model = buildModel(document, { source: `${platform}.yaml` });
    const lines: string[] = [];
    for (const { name, schema } of model.schemas) {
      const zod = Object.entries(schemas).find(([key]) => key.toLowerCase() === `${name}schema`.toLowerCase())?.[1];
      if (zod === undefined) throw new TypeError(`${name} has no schema at run time`);
      for (const value of sample(valuesOf(schema, model), VALUES)) {
        expect(safeParse(zod, value).error?.issues ?? [], `${name} ${JSON.stringify(value)}`).toEqual([]);
        lines.push(`take<types.${name}>(${JSON.stringify(value)});`);
        for (const wrong of lacking(schema, value)) {
          expect(safeParse(zod, wrong).success, `${name} ${JSON.stringify(wrong)}`).toBe(false);
          lines.push(
            "// @ts-expect-error a required property is missing",
            `take<types.${name}>(${JSON.stringify(wrong)});`,
          );
        }
      }
    }
    expect(lines.length).toBeGreaterThan(model.schemas.length * VALUES);
    const folder = await project();
    await cp(join(root, "sdk/src/generated", platform, "types.ts"), join(folder, "types.ts"));
    const head = 'import type * as types from "./types.js";\nexport function take<T>(_: T): void {}\n';
    await writeFile(join(folder, "values.ts"), head + lines.join("\n"));
    for (const compiler of compilers) expect(await typeErrors(compiler, folder)).toBe("");
  });
});
