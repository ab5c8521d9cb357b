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
  stringMatching,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { safeParse } from "zod/mini";
import { load } from "../../codegen/src/load/index.js";
import {
  buildModel,
  type Model,
  type ObjectSchema,
  type Schema,
  type TupleSchema,
} from "../../codegen/src/model/index.js";
import { acceptDocument } from "../../codegen/src/validate/index.js";
import { counted } from "../support/counts.js";
import { compilers, project, root, typeErrors } from "../support/generated.js";
import * as constructs from "./golden/constructs/client/index.js";

const golden = join(root, "test/codegen/golden/constructs");
const documents = [
  { name: "aps", folder: join(root, "spec"), client: join(root, "sdk/src/generated/aps"), schemas: aps.schemas },
  {
    name: "appdirect",
    folder: join(root, "spec"),
    client: join(root, "sdk/src/generated/appdirect"),
    schemas: appdirect.schemas,
  },
  { name: "constructs", folder: golden, client: join(golden, "client"), schemas: constructs.schemas },
];
type Inner = (schema: Schema) => Arbitrary<unknown>;

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
      if (schema.pattern !== undefined) return stringMatching(new RegExp(schema.pattern, "u"));
      return string({ minLength: schema.minLength ?? 0, maxLength: schema.maxLength ?? 8 });
    case "number":
      return schema.integer
        ? integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
        : double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case "enum":
      return constantFrom(...schema.values, ...(schema.open ? ["a value that is not listed"] : []));
    case "array":
      if (schema.items.kind === "never") return constant([]);
      return array(inner(schema.items), { minLength: schema.minItems ?? 0, maxLength: depth > DEEPEST ? 0 : 3 });
    case "tuple":
      return tuples(schema, inner);
    case "intersection":
      return intersections(schema.members, model, inner);
    case "object":
      return objects(schema, inner, depth);
    case "union":
      return oneof(...schema.members.map(inner));
    case "reference":
      return valuesOf(named(model, schema.name), model, depth);
    case "unknown":
      return dictionary(string({ maxLength: 4 }), integer(), { maxKeys: 2 });
    default:
      throw new TypeError(`No document has a schema of the kind ${schema.kind}`);
  }
}

/** As many items as there must be or more, and further ones where there may be some. */
function tuples({ prefix, rest, minItems = 0, maxItems }: TupleSchema, inner: Inner): Arbitrary<unknown> {
  const most = rest.kind === "never" ? prefix.length : (maxItems ?? prefix.length + 2);
  return integer({ min: minItems, max: most }).chain((length) => {
    return tuple(...Array.from({ length }, (_, index) => inner(prefix[index] ?? rest)));
  });
}

/** Objects with the properties of all members; text within the limits of all. */
function intersections(members: readonly Schema[], model: Model, inner: Inner): Arbitrary<unknown> {
  const settled = members.flatMap((member) => membersOf(member, model));
  if (settled.every(({ kind }) => kind === "object")) {
    return tuple(...members.map(inner)).map((parts) => Object.assign({}, ...parts));
  }
  const limits = settled.filter((member) => member.kind === "string");
  return string({
    minLength: Math.max(...limits.map(({ minLength = 0 }) => minLength)),
    maxLength: Math.min(...limits.map(({ maxLength = 8 }) => maxLength)),
  });
}

/** A schema as what it is made of behind its names. */
function membersOf(schema: Schema, model: Model): readonly Schema[] {
  const known = schema.kind === "reference" ? named(model, schema.name) : schema;
  return known.kind === "intersection" ? known.members.flatMap((member) => membersOf(member, model)) : [known];
}

function objects(
  { properties, patterns = [], additional }: ObjectSchema,
  inner: Inner,
  depth: number,
): Arbitrary<unknown> {
  const kept = properties.filter(({ required }) => required || depth <= DEEPEST);
  const requiredKeys = properties.filter(({ required }) => required).map(({ name }) => name);
  const known = record(Object.fromEntries(kept.map(({ name, schema }) => [name, inner(schema)])), { requiredKeys });
  const further: Record<string, Arbitrary<unknown>> = {
    ...Object.fromEntries(patterns.map(({ pattern, schema }) => [exampleOf(pattern), inner(schema)])),
    ...(additional === undefined ? {} : { "not-in-the-document": inner(additional) }),
  };
  return tuple(record(further), known).map(([more, value]) => ({ ...more, ...value }));
}

/** A name that fits a pattern of the documents here, and none of the others. */
function exampleOf(pattern: string): string {
  const name = ["x-name", "size-name", "12"].find((candidate) => new RegExp(pattern, "u").test(candidate));
  if (name === undefined) throw new TypeError(`Give an example of a name that fits ${pattern}`);
  return name;
}

function named(model: Model, name: string): Schema {
  const found = model.schemas.find((schema) => schema.name === name);
  if (found === undefined) throw new TypeError(`No schema ${name}`);
  return found.schema;
}

/** A value without each of its required properties in turn, or its last item: neither side may take these. */
function lacking(schema: Schema, value: unknown): unknown[] {
  if (schema.kind === "tuple" && Array.isArray(value)) {
    const { prefix, minItems = 0 } = schema;
    return minItems > 0 && minItems <= prefix.length ? [value.slice(0, minItems - 1)] : [];
  }
  if (schema.kind !== "object" || typeof value !== "object" || value === null) return [];
  return schema.properties
    .filter(({ required }) => required)
    .map(({ name }) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
}

describe.each(documents)(
  "every schema of $name and its type",
  ({ name: document, folder: source, client, schemas }) => {
    test("take the same values and refuse the same", async () => {
      const accepted = acceptDocument(await load(join(source, `${document}.yaml`)));
      const model = buildModel(accepted, { source: `${document}.yaml` });
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
      expect(lines.length).toBeGreaterThanOrEqual(model.schemas.length * VALUES);
      const folder = await project();
      await cp(join(client, "types.ts"), join(folder, "types.ts"));
      const head = 'import type * as types from "./types.js";\nexport function take<T>(_: T): void {}\n';
      await writeFile(join(folder, "values.ts"), head + lines.join("\n"));
      for (const compiler of compilers) expect(await typeErrors(compiler, folder)).toBe("");
    });
  },
);
