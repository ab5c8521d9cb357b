import { pointerPath, present } from "../json/index.js";
import {
  type ClassHierarchy,
  type Discriminator,
  dropIgnoredKeywords,
  type FollowSchema,
  mediaOf,
  type Schema as SchemaObject,
  type SchemaOrBoolean,
  type SchemaType,
} from "../openapi/index.js";
import { docsOf } from "./docs.js";
import { findInheritedRequired } from "./inherited-required.js";
import type { NumberSchema, ObjectSchema, Property, Schema } from "./model.js";
import { byText } from "./names.js";
import type { NameReference } from "./schema-names.js";

/** Context for converting schemas, including the caller's options. */
export interface SchemaContext {
  readonly nameOf: NameReference;
  readonly followSchema: FollowSchema;
  readonly hierarchy: ClassHierarchy;
  /** True if keywords next to a `$ref` apply. */
  readonly readsSiblings: boolean;
  /** `open` if enums accept unlisted values. */
  readonly enums: "open" | "closed";
  /** TypeScript type for text of the format `date-time`. */
  readonly dates: "text" | "Date";
}

/** Converts a schema object: references get their names, and open parts their defaults. */
export function convertSchema(written: SchemaOrBoolean, context: SchemaContext): Schema {
  const counted = dropIgnoredKeywords(written, context);
  if (typeof counted === "boolean") return { kind: counted ? "unknown" : "never" };
  if (!isComposed(counted)) return withNull(counted, ownPart(counted, context)[0] ?? UNKNOWN);
  const source = context.hierarchy.withoutOwnChoices(counted);
  const whole = shareRequired(source);
  const parts = [
    ...referredPart(source, context),
    ...ownPart(whole, context),
    ...composedParts(whole, context),
    ...requiredPart(source, context),
  ];
  const saying = parts.filter(({ kind }) => kind !== "unknown");
  const schema = saying.length > 1 ? ({ kind: "intersection", members: saying } as const) : (saying[0] ?? UNKNOWN);
  return withNull(source, schema);
}

/** Returns true if a schema is composed of other schemas for the same value. */
function isComposed({ $ref, allOf, oneOf, anyOf }: SchemaObject): boolean {
  return ($ref ?? allOf ?? oneOf ?? anyOf) !== undefined;
}

function withNull({ nullable }: SchemaObject, schema: Schema): Schema {
  return nullable === true && !allowsNull(schema) ? { kind: "union", members: [schema, { kind: "null" }] } : schema;
}

function referredPart({ $ref }: SchemaObject, { nameOf }: SchemaContext): readonly Schema[] {
  return $ref === undefined ? [] : [{ kind: "reference", name: nameOf($ref) }];
}

/** Properties that the schema requires from the schemas it refers to. */
function requiredPart(source: SchemaObject, context: SchemaContext): readonly Schema[] {
  if (source.$ref === undefined && source.allOf === undefined) return [];
  const { properties = {}, required = [] } = findInheritedRequired(source, context.followSchema);
  return required.length === 0 ? [] : [converters.object({ properties, required }, context)];
}

/**
 * Adds all required properties of a composition to each of its inline parts. One part may declare a property and
 * another require it.
 */
function shareRequired(source: SchemaObject): SchemaObject {
  if (source.allOf === undefined) return source;
  const parts = source.allOf.filter(isInline);
  const required = [...new Set([source, ...parts].flatMap((part) => part.required ?? []))];
  if (required.length === 0) return source;
  return {
    ...source,
    required,
    allOf: source.allOf.map((part) => (isInline(part) ? { ...part, required } : part)),
  };
}

function isInline(part: SchemaOrBoolean): part is SchemaObject {
  return typeof part !== "boolean" && part.$ref === undefined;
}

type Bounds = Omit<NumberSchema, "kind" | "integer">;

const UNKNOWN: Schema = { kind: "unknown" };
const NEVER: Schema = { kind: "never" };

/** Part of a schema that its own keywords describe, without its composition. */
function ownPart(source: SchemaObject, context: SchemaContext): readonly Schema[] {
  const listed = source.const === undefined ? source.enum : [source.const];
  // TypeScript has no literal types for lists and objects. An enum of only those says no more than its type.
  const values = listed === undefined ? [] : [...new Set(listed.filter(isScalar))];
  if (values.length > 0) return [{ kind: "enum", values, open: isOpen(source, values, context) }];
  const types = typesOf(source);
  const [schema = UNKNOWN, ...others] = types.map((type) => converters[type](source, context));
  if (others.length > 0) return [{ kind: "union", members: [schema, ...others] }];
  // Next to a reference, a plain `type: object` adds nothing.
  const isRepeated = source.$ref !== undefined && isAnyObject(schema);
  return types.length === 0 || isRepeated ? [] : [schema];
}

function composedParts(source: SchemaObject, context: SchemaContext): readonly Schema[] {
  const convert = (member: SchemaOrBoolean): Schema => convertSchema(member, context);
  const alternatives = source.oneOf ?? source.anyOf ?? [];
  return [
    ...(source.allOf ?? []).map(convert),
    ...(alternatives.length === 0 ? [] : [union(alternatives, source.discriminator, context)]),
  ];
}

function union(
  alternatives: readonly SchemaOrBoolean[],
  discriminator: Discriminator | undefined,
  context: SchemaContext,
): Schema {
  const members = alternatives.map((member) => convertSchema(member, context));
  if (members.length === 1) return members[0] as Schema;
  const targets = discriminator && targetsOf(discriminator, alternatives);
  if (discriminator === undefined || targets === undefined || targets.length === 0) return { kind: "union", members };
  const mapping = targets.map(([value, target]): readonly [string, Schema] => {
    return [value, { kind: "reference", name: context.nameOf(target) }];
  });
  return { kind: "union", members, discriminator: { property: discriminator.propertyName, mapping } };
}

/** Maps values of the discriminator to references of the schemas they select. */
function targetsOf(
  { mapping = {} }: Discriminator,
  alternatives: readonly SchemaOrBoolean[],
): readonly (readonly [value: string, reference: string])[] {
  const named = Object.entries(mapping);
  if (named.length > 0) return named;
  // Without a mapping, the value is the name of the component (OpenAPI 3.1, discriminator object).
  return alternatives.flatMap((member) => {
    const reference = typeof member === "boolean" ? undefined : member.$ref;
    const name = reference === undefined ? undefined : pointerPath(reference)?.at(-1);
    return reference === undefined || name === undefined ? [] : [[name, reference] as const];
  });
}

/** Types of a schema, or the type that its keywords imply if it states none. */
function typesOf(source: SchemaObject): readonly SchemaType[] {
  if (source.type !== undefined) return typeof source.type === "string" ? [source.type] : source.type;
  if ((source.properties ?? source.patternProperties ?? source.additionalProperties) !== undefined) return ["object"];
  if (source.items !== undefined || source.prefixItems !== undefined) return ["array"];
  if (isFile(source)) return ["string"];
  return [];
}

/** One converter per type. A type added to the standard does not compile until it has an entry here. */
const converters: { readonly [T in SchemaType]: (source: SchemaObject, context: SchemaContext) => Schema } = {
  null: () => ({ kind: "null" }),
  boolean: () => ({ kind: "boolean" }),
  string: (source, { dates }) => {
    if (isFile(source)) return { kind: "binary" };
    return source.format === "date-time" && dates === "Date" ? { kind: "dateTime" } : text(source);
  },
  number: (source) => ({ kind: "number", integer: false, ...bounds(source) }),
  integer: (source) => ({ kind: "number", integer: true, ...bounds(source) }),
  array: (source, context) => {
    const items = source.items === undefined ? UNKNOWN : convertSchema(source.items, context);
    const { prefixItems = [], minItems, maxItems } = source;
    if (prefixItems.length === 0) return { kind: "array", items, ...present({ minItems, maxItems }) };
    const prefix = prefixItems.slice(0, maxItems).map((item) => convertSchema(item, context));
    const isFull = maxItems !== undefined && maxItems <= prefix.length;
    if (isFull) return { kind: "tuple", prefix, rest: NEVER, ...present({ minItems }) };
    return { kind: "tuple", prefix, rest: items, ...present({ minItems, maxItems }) };
  },
  object: (source, context) => ({
    kind: "object",
    properties: Object.entries(source.properties ?? {}).map(([name, written]): Property => {
      const property = dropIgnoredKeywords(written, context);
      return {
        name,
        required: source.required?.includes(name) ?? false,
        ...present({ access: accessOf(property) }),
        docs: typeof property === "boolean" ? { deprecated: false } : docsOf(property),
        schema: convertSchema(property, context),
      };
    }),
    ...furtherProperties(source, context),
  }),
};

function text({ minLength, maxLength, pattern }: SchemaObject): Schema {
  return {
    kind: "string",
    ...present({ minLength, maxLength, pattern: isValidPattern(pattern) ? pattern : undefined }),
  };
}

/**
 * Returns true for binary content: `format: binary` in OpenAPI 3.0, a binary media type in 3.1. With a content
 * encoding, it is text.
 */
function isFile({ format, contentMediaType, contentEncoding }: SchemaObject): boolean {
  const isText =
    contentEncoding !== undefined || contentMediaType === undefined || mediaOf(contentMediaType) !== "binary";
  return format === "binary" || !isText;
}

function accessOf(property: SchemaOrBoolean): Property["access"] {
  if (typeof property === "boolean") return undefined;
  if (property.readOnly === true) return "read";
  return property.writeOnly === true ? "write" : undefined;
}

/** Schema of unlisted properties. */
function furtherProperties(
  { patternProperties = {}, additionalProperties }: SchemaObject,
  context: SchemaContext,
): Pick<ObjectSchema, "patterns" | "additional"> {
  // Sorted, because they end up in unions, where the order of a map's keys must not matter.
  const patterns = Object.keys(patternProperties)
    .sort(byText)
    .map((pattern) => {
      return { pattern, schema: convertSchema(patternProperties[pattern] ?? true, context) };
    });
  const known = patterns.filter(({ pattern }) => isValidPattern(pattern));
  // Invalid patterns may match any unlisted name.
  const unclear = patterns.filter(({ pattern }) => !isValidPattern(pattern)).map(({ schema }) => schema);
  const isOpen = additionalProperties === undefined || additionalProperties === false;
  const additional = isOpen ? undefined : convertSchema(additionalProperties, context);
  return present({
    patterns: known.length === 0 ? undefined : known,
    additional: unclear.length === 0 ? additional : unionOf([...unclear, additional ?? UNKNOWN]),
  });
}

function unionOf(members: readonly Schema[]): Schema {
  return members.find(({ kind }) => kind === "unknown") ?? { kind: "union", members };
}

function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: SchemaObject): Bounds {
  // OpenAPI 3.0 puts `exclusiveMinimum: true` next to the bound, 3.1 puts the bound itself.
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

function isAnyObject(schema: Schema): boolean {
  if (schema.kind !== "object") return false;
  return schema.properties.length === 0 && schema.patterns === undefined && schema.additional === undefined;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== "object";
}

/**
 * Returns true if an enum accepts unlisted values. A `const` is closed, and so are booleans and `null`, which have no
 * other values.
 */
function isOpen(source: SchemaObject, values: readonly unknown[], { enums }: SchemaContext): boolean {
  if (enums === "closed" || source.const !== undefined) return false;
  return values.some((value) => typeof value === "string" || typeof value === "number");
}

/**
 * Returns true if a pattern is a valid ECMAScript regular expression. Compiles the pattern but never runs it, because
 * it may take exponential time.
 */
function isValidPattern(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false; // written for another engine, or uses an escape that is invalid with the `u` flag
  }
}

function allowsNull(schema: Schema): boolean {
  return schema.kind === "null" || (schema.kind === "enum" && schema.values.includes(null));
}
