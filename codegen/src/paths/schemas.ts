import { type JsonObject, type JsonValue, present } from "../json/index.js";
import {
  type Discriminator,
  dropIgnoredKeywords,
  type Fields,
  type Schema,
  type SchemaOrBoolean,
} from "../openapi/index.js";

/** Context of a schema: facts about its document. */
export interface SchemaContext {
  /** True if keywords next to a `$ref` apply. */
  readonly readsSiblings: boolean;
  /** Returns the pointer to the component that a reference leads to. */
  readonly componentOf: (reference: string) => string;
}

/**
 * Writes a schema as OpenAPI 3.1 for openapi-typescript, with only the keywords that it reads. openapi-typescript also
 * looks for references and discriminators inside values, so values that are not scalars are written as text.
 */
export function writeSchema(source: SchemaOrBoolean, context: SchemaContext): JsonObject {
  const schema = dropIgnoredKeywords(source, context);
  if (typeof schema === "boolean") return schema ? {} : { enum: [] };
  const values = writeValues(schema, context);
  return { ...annotations(schema), ...(schema.nullable === true ? orNull(values) : values) };
}

function annotations(schema: Schema): JsonObject {
  return present({
    title: schema.title,
    description: schema.description,
    format: schema.format,
    deprecated: schema.deprecated,
    readOnly: schema.readOnly,
    writeOnly: schema.writeOnly,
    default: asText(schema.default),
    example: asText(schema.example),
    examples: Array.isArray(schema.examples) ? schema.examples.map(asText) : undefined,
  }) as JsonObject;
}

/** Converts a value to a scalar, for a comment. */
export function asText<Value extends JsonValue | undefined>(value: Value): Value | string {
  return typeof value === "object" && value !== null ? JSON.stringify(value, undefined, 2) : value;
}

/** Keywords that restrict the values of a schema. openapi-typescript ignores keywords next to a `$ref`. */
function writeValues({ $ref, ...schema }: Schema, context: SchemaContext): JsonObject {
  const own = writeKeywords(schema, context);
  if ($ref === undefined) return own;
  const target = { $ref: context.componentOf($ref) };
  const { type, required, ...others } = own;
  const isMere = required === undefined && Object.keys(others).length === 0;
  if (isMere) return target; // a type alone adds nothing
  const members = Object.keys(others).length === 0 ? [target] : [target, present({ type, ...others }) as JsonObject];
  return present({ allOf: members, required }) as JsonObject;
}

function writeKeywords(schema: Schema, context: SchemaContext): JsonObject {
  const one = (child: SchemaOrBoolean | undefined) => child && writeSchema(child, context);
  const list = (children: readonly SchemaOrBoolean[] | undefined) =>
    children?.map((each) => writeSchema(each, context));
  const map = (children: Fields<SchemaOrBoolean> | undefined) =>
    children && mapFields(children, (each) => writeSchema(each, context));
  const { additionalProperties: additional, discriminator } = schema;
  return present({
    ...literals(schema),
    ...listType(schema),
    items: one(schema.items),
    prefixItems: list(schema.prefixItems),
    required: schema.required,
    properties: map(schema.properties),
    additionalProperties: typeof additional === "boolean" ? additional : one(additional),
    patternProperties: map(schema.patternProperties),
    allOf: list(schema.allOf),
    anyOf: list(schema.anyOf),
    oneOf: list(schema.oneOf),
    discriminator: discriminator && writeDiscriminator(discriminator, context),
  }) as JsonObject;
}

/**
 * Works around openapi-typescript, which ignores a `const` of null and reads the enum values of an object as schemas.
 */
function literals({ type, enum: values, const: only }: Schema): object {
  if (only === null) return { type: "null" };
  const isEnum = values?.every(isScalar) === true && type !== "object";
  return { type, enum: isEnum ? values : undefined, const: isScalar(only) ? only : undefined };
}

/** Works around openapi-typescript, which ignores items without a type. */
function listType({ type, items, prefixItems }: Schema): object {
  return type === undefined && (items ?? prefixItems) !== undefined ? { type: "array" } : {};
}

function isScalar(value: JsonValue | undefined): boolean {
  return value !== undefined && (typeof value !== "object" || value === null);
}

function writeDiscriminator({ propertyName, mapping }: Discriminator, { componentOf }: SchemaContext): JsonObject {
  return { propertyName, ...(mapping === undefined ? {} : { mapping: mapFields(mapping, componentOf) }) };
}

/** Schema that also accepts `null`. A schema without a type accepts it anyway, unless it lists its values. */
function orNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const isComposed = ["$ref", "const", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);
  if (isComposed) return { anyOf: [schema, { type: "null" }] };
  if (type !== undefined) return { ...schema, type: [...new Set([type, "null"].flat())] };
  return Array.isArray(values) ? { ...schema, enum: [...new Set([...values, null])] } : schema;
}

/** Maps the values of a map and keeps its keys and their order. */
export function mapFields<From, To>(fields: Fields<From>, write: (value: From) => To): Fields<To> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, write(value)]));
}
