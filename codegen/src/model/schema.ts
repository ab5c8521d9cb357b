import type { Discriminator, Schema as SchemaObject, SchemaOrBoolean, SchemaType } from "../validate/openapi.js";
import { docsOf } from "./docs.js";
import type { NumberSchema, Property, Schema } from "./model.js";
import { present } from "./present.js";

/** Names the schema that a `$ref` or a discriminator's mapping points at. */
export type NameReference = (reference: string) => string;

/** Settles a schema object: what it refers to gets its name, what it leaves open gets its default. */
export function settleSchema(source: SchemaOrBoolean, nameOf: NameReference): Schema {
  if (typeof source === "boolean") return { kind: source ? "unknown" : "never" };
  if (source.$ref !== undefined) return { kind: "reference", name: nameOf(source.$ref) };
  const parts = [...ownPart(source, nameOf), ...composedParts(source, nameOf)];
  const schema = parts.length > 1 ? ({ kind: "intersection", members: parts } as const) : (parts[0] ?? UNKNOWN);
  return source.nullable === true ? orNull(schema) : schema;
}

type Bounds = Omit<NumberSchema, "kind" | "integer">;

const UNKNOWN: Schema = { kind: "unknown" };

/** What a schema says by itself, beside what it is composed of. */
function ownPart(source: SchemaObject, nameOf: NameReference): readonly Schema[] {
  if (source.const !== undefined) return [enumeration([source.const], false)];
  if (source.enum !== undefined) return [enumeration(source.enum, isOpen(source))];
  const types = typesOf(source);
  const schemas = types.map((type) => settlers[type](source, nameOf));
  return schemas.length > 1 ? [{ kind: "union", members: schemas }] : schemas;
}

function composedParts(source: SchemaObject, nameOf: NameReference): readonly Schema[] {
  const settle = (member: SchemaOrBoolean): Schema => settleSchema(member, nameOf);
  const alternatives = source.oneOf ?? source.anyOf;
  return [
    ...(source.allOf ?? []).map(settle),
    ...(alternatives === undefined ? [] : [union(alternatives.map(settle), source.discriminator, nameOf)]),
  ];
}

function union(members: readonly Schema[], discriminator: Discriminator | undefined, nameOf: NameReference): Schema {
  if (members.length === 1) return members[0] as Schema;
  if (discriminator === undefined) return { kind: "union", members };
  const mapping = discriminator.mapping ?? {};
  const named = Object.entries(mapping).map(([value, target]): readonly [string, Schema] => {
    return [value, { kind: "reference", name: nameOf(target) }];
  });
  // Without a mapping the value is the name of the component (OpenAPI 3.1, discriminator object).
  const implied = members.flatMap((member): readonly (readonly [string, Schema])[] => {
    return member.kind === "reference" ? [[member.name, member]] : [];
  });
  const property = discriminator.propertyName;
  return { kind: "union", members, discriminator: { property, mapping: named.length > 0 ? named : implied } };
}

/** The types a schema names; where it names none, what its keywords imply. */
function typesOf(source: SchemaObject): readonly SchemaType[] {
  if (source.type !== undefined) return typeof source.type === "string" ? [source.type] : source.type;
  if (source.properties !== undefined || source.additionalProperties !== undefined) return ["object"];
  if (source.items !== undefined) return ["array"];
  return [];
}

/** One line per type: a type added to the standard does not compile until it has its line here. */
const settlers: { readonly [T in SchemaType]: (source: SchemaObject, nameOf: NameReference) => Schema } = {
  null: () => ({ kind: "null" }),
  boolean: () => ({ kind: "boolean" }),
  string: ({ minLength, maxLength, pattern }) => ({ kind: "string", ...present({ minLength, maxLength, pattern }) }),
  number: (source) => ({ kind: "number", integer: false, ...bounds(source) }),
  integer: (source) => ({ kind: "number", integer: true, ...bounds(source) }),
  array: (source, nameOf) => ({
    kind: "array",
    items: source.items === undefined ? UNKNOWN : settleSchema(source.items, nameOf),
    ...present({ minItems: source.minItems, maxItems: source.maxItems }),
  }),
  object: (source, nameOf) => ({
    kind: "object",
    properties: Object.entries(source.properties ?? {}).map(
      ([name, property]): Property => ({
        name,
        required: source.required?.includes(name) ?? false,
        docs: typeof property === "boolean" ? { deprecated: false } : docsOf(property),
        schema: settleSchema(property, nameOf),
      }),
    ),
    ...present({ additional: additional(source.additionalProperties, nameOf) }),
  }),
};

function additional(source: SchemaOrBoolean | undefined, nameOf: NameReference): Schema | undefined {
  return source === undefined || source === false ? undefined : settleSchema(source, nameOf);
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: SchemaObject): Bounds {
  // OpenAPI 3.0 writes `exclusiveMinimum: true` beside the bound, 3.1 writes the bound itself.
  return present({
    minimum: exclusiveMinimum === true ? undefined : minimum,
    maximum: exclusiveMaximum === true ? undefined : maximum,
    exclusiveMinimum: exclusiveBound(exclusiveMinimum, minimum),
    exclusiveMaximum: exclusiveBound(exclusiveMaximum, maximum),
    multipleOf,
  });
}

function exclusiveBound(exclusive: number | boolean | undefined, bound: number | undefined): number | undefined {
  if (typeof exclusive === "number") return exclusive;
  return exclusive === true ? bound : undefined;
}

function enumeration(values: readonly unknown[], open: boolean): Schema {
  return { kind: "enum", values: values.filter(isScalar), open };
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== "object";
}

/** An enum of text or numbers is open; one of booleans or of `null` has no further value to be open to. */
function isOpen({ enum: values = [] }: SchemaObject): boolean {
  return values.some((value) => typeof value === "string" || typeof value === "number");
}

function orNull(schema: Schema): Schema {
  return { kind: "union", members: [schema, { kind: "null" }] };
}
