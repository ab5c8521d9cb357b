import type { OpenApiDocument, Schema, SchemaOrBoolean } from "../../../codegen/src/openapi/index.js";
import type { Difference } from "./compare.js";

/** Kind of schema for which our type differs from that of openapi-typescript. */
export interface DifferenceKind {
  readonly reason: string;
  readonly explains: (difference: Difference) => boolean;
}

/** All kinds of differences, by name. */
export const kinds: Readonly<Record<string, DifferenceKind>> = {
  binary: {
    reason: "A program sends and receives a Blob. openapi-typescript has a string.",
    explains: hasPart(({ format, contentMediaType, contentEncoding }) => {
      return format === "binary" || (contentMediaType !== undefined && contentEncoding === undefined);
    }),
  },
  tuple: {
    reason: "Items may be absent beyond minItems, and others may follow. Their tuple has exactly the listed items.",
    explains: hasPart(({ prefixItems }) => prefixItems !== undefined),
  },
  "index signature": {
    reason: "Listed properties fit our index signature, so that a value can be written. Theirs excludes them.",
    explains: hasPart(({ properties, additionalProperties, patternProperties }) => {
      return properties !== undefined && typeof (patternProperties ?? additionalProperties) === "object";
    }),
  },
  direction: {
    reason: "A type for reading has no properties that are only written. Their one type has all properties.",
    explains: hasPart(({ writeOnly }) => writeOnly === true),
  },
  recursion: {
    reason: "TypeScript refuses recursion through lists and unions in their interface, so paths.ts leaves it open.",
    explains: ({ warnings }) => warnings.some((warning) => warning.includes("recursion")),
  },
  "inherited required": {
    reason: "We require a property that another part of the composition declares. They only follow one reference.",
    explains: hasPart(({ required = [], properties = {} }) =>
      required.some((name) => !Object.hasOwn(properties, name)),
    ),
  },
  "null outside an enum": {
    reason: "JSON Schema requires null in the enum as well. They add it if the type has null.",
    explains: hasPart(({ type, enum: values }) => {
      return Array.isArray(type) && type.includes("null") && values !== undefined && !values.includes(null);
    }),
  },
  "member of a discriminated union": {
    reason: "Defect: the discriminator must be a literal in each member. They write one.",
    explains: ({ key, document }) => discriminatedKeys(document).has(key),
  },
  "empty base": {
    reason: "An empty base adds nothing. Their index signature for it opens the whole composition.",
    explains: ({ source, document }) =>
      partsOf(source).some(({ allOf = [] }) => allOf.some((base) => isEmpty(base, document))),
  },
};

/** Whether a schema, or one that is written out in it, has a property. References are not followed. */
function hasPart(isKind: (part: Schema) => boolean): DifferenceKind["explains"] {
  return ({ source }) => partsOf(source).some(isKind);
}

function partsOf(source: unknown): readonly Schema[] {
  if (Array.isArray(source)) return source.flatMap(partsOf);
  if (typeof source !== "object" || source === null) return [];
  return [source, ...Object.values(source).flatMap(partsOf)];
}

/** Whether a base describes an object without properties, directly or by further bases. */
function isEmpty(base: SchemaOrBoolean, document: OpenApiDocument): boolean {
  if (typeof base !== "object") return false;
  if (base.$ref !== undefined) return isEmpty(document.components?.schemas?.[keyOf(base.$ref)] ?? true, document);
  const { type, properties, additionalProperties, allOf } = base;
  if (allOf !== undefined) return allOf.every((part) => isEmpty(part, document));
  return type === "object" && properties === undefined && additionalProperties === undefined;
}

/** Keys of schemas that a discriminator selects, and of those that extend a schema with a discriminator. */
function discriminatedKeys(document: OpenApiDocument): ReadonlySet<string> {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const unions = partsOf(document).filter(({ discriminator }) => discriminator?.propertyName !== undefined);
  const selected = unions.flatMap(({ discriminator, oneOf = [], anyOf = [] }) => [
    ...Object.values(discriminator?.mapping ?? {}),
    ...[...oneOf, ...anyOf].map(referenceOf),
  ]);
  const bases = new Set(schemas.filter(([, source]) => isUnion(source)).map(([key]) => key));
  const extending = schemas.filter(([, source]) => isUnionOf(source, bases)).map(([key]) => key);
  return new Set([...selected.map(keyOf), ...extending]);
}

function isUnion(source: SchemaOrBoolean): boolean {
  return typeof source === "object" && source.discriminator !== undefined;
}

function isUnionOf(source: SchemaOrBoolean, bases: ReadonlySet<string>): boolean {
  return typeof source === "object" && (source.allOf ?? []).some((base) => bases.has(keyOf(referenceOf(base))));
}

function referenceOf(source: SchemaOrBoolean): string {
  return typeof source === "object" ? (source.$ref ?? "") : "";
}

function keyOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}
