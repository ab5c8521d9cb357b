// Generated from compositions.yaml. To change it, edit the document and generate again.
import type { SchemaBuilders } from "apsdirect/runtime";
import * as z from "zod/mini";

/** Builders of zod, with only the types that schemas need. */
export const array: SchemaBuilders["array"] = z.array;
export const boolean: SchemaBuilders["boolean"] = z.boolean;
export const gt: SchemaBuilders["gt"] = z.gt;
export const gte: SchemaBuilders["gte"] = z.gte;
export const int: SchemaBuilders["int"] = z.int;
export const intersection: SchemaBuilders["intersection"] = z.intersection;
export const literal: SchemaBuilders["literal"] = z.literal;
export const looseObject: SchemaBuilders["looseObject"] = z.looseObject;
export const lt: SchemaBuilders["lt"] = z.lt;
export const lte: SchemaBuilders["lte"] = z.lte;
export const maxLength: SchemaBuilders["maxLength"] = z.maxLength;
export const minLength: SchemaBuilders["minLength"] = z.minLength;
export const multipleOf: SchemaBuilders["multipleOf"] = z.multipleOf;
export const never: SchemaBuilders["never"] = z.never;
const nothing: SchemaBuilders["null"] = z.null;
export const nullable: SchemaBuilders["nullable"] = z.nullable;
export const number: SchemaBuilders["number"] = z.number;
export const optional: SchemaBuilders["optional"] = z.optional;
export const record: SchemaBuilders["record"] = z.record;
export const regex: SchemaBuilders["regex"] = z.regex;
export const string: SchemaBuilders["string"] = z.string;
export const union: SchemaBuilders["union"] = z.union;
export const unknown: SchemaBuilders["unknown"] = z.unknown;

export { nothing as null };
