import type {
  EnumSchema,
  Model,
  ObjectSchema,
  Property,
  PropertyPattern,
  Schema,
  TupleSchema,
} from "../model/index.js";
import type { Direction } from "./rules.js";

/** Finds a named schema. */
export type Lookup = (name: string) => Schema | undefined;

/** Lookup of the named schemas of a model. */
export function createLookup({ schemas }: Model): Lookup {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  return (name) => byName.get(name);
}

/** Schema lookups for both sides of a comparison. */
export interface Sides {
  readonly old: Lookup;
  readonly next: Lookup;
}

/** Returns true if the new schema accepts everything that callers could send under the old one. */
export function acceptsAll(old: Schema, next: Schema, sides: Sides): boolean {
  return isAssignable(old, next, { from: sides.old, to: sides.next, direction: "sent" });
}

/** Returns true if the new schema provides everything that callers could read under the old one. */
export function providesAll(old: Schema, next: Schema, sides: Sides): boolean {
  return isAssignable(next, old, { from: sides.next, to: sides.old, direction: "received" });
}

/** Direction of one comparison. */
interface Transfer {
  readonly from: Lookup;
  readonly to: Lookup;
  readonly direction: Direction;
}

/**
 * Returns true if every value of `from` is valid for `to`. A reference equals a reference of the same name: a change to
 * the named schema is reported at its declaration, not again at each use.
 */
function isAssignable(from: Schema, to: Schema, passage: Transfer, open: ReadonlySet<string> = new Set()): boolean {
  if (to.kind === "unknown" || from.kind === "never") return true;
  if (JSON.stringify(from) === JSON.stringify(to)) return true;
  if (from.kind === "reference" || to.kind === "reference") return isNamedAssignable(from, to, passage, open);
  if (from.kind === "union") return from.members.every((member) => isAssignable(member, to, passage, open));
  if (to.kind === "intersection") return isAssignableToIntersection(from, to, passage, open);
  if (to.kind === "union") return to.members.some((member) => isAssignable(from, member, passage, open));
  if (from.kind === "intersection") return isIntersectionAssignable(from, to, passage, open);
  if (from.kind === "enum") return isEnumAssignable(from, to);
  if (to.kind === "enum")
    return to.open && from.kind !== "null" && to.values.some((value) => typeof value === from.kind);
  if (from.kind === "array" && to.kind === "array") return isAssignable(from.items, to.items, passage, open);
  if (from.kind === "tuple") return isTupleAssignable(from, to, passage, open);
  if (from.kind === "object" && to.kind === "object") return isObjectAssignable(from, to, passage, open);
  return from.kind === to.kind;
}

/** Compares item by item. Items beyond the shorter list's prefix are compared with its `rest`. */
function isTupleAssignable(from: TupleSchema, to: Schema, passage: Transfer, open: ReadonlySet<string>): boolean {
  if (to.kind === "array")
    return [...from.prefix, from.rest].every((item) => isAssignable(item, to.items, passage, open));
  if (to.kind !== "tuple" || requiredItems(from) < requiredItems(to)) return false;
  const length = Math.max(from.prefix.length, to.prefix.length);
  const items = Array.from({ length }, (_, index) => [from.prefix[index] ?? from.rest, to.prefix[index] ?? to.rest]);
  return [...items, [from.rest, to.rest]].every(([a, b]) => a && b && isAssignable(a, b, passage, open));
}

function requiredItems({ prefix, minItems = 0 }: TupleSchema): number {
  return Math.min(prefix.length, minItems);
}

type Intersection = Extract<Schema, { readonly kind: "intersection" }>;

/** Resolves references. A pair that is already being compared counts as compatible. */
function isNamedAssignable(from: Schema, to: Schema, passage: Transfer, open: ReadonlySet<string>): boolean {
  const pair = `${nameOf(from)} ${nameOf(to)}`;
  if (open.has(pair)) return true;
  const source = from.kind === "reference" ? passage.from(from.name) : from;
  const target = to.kind === "reference" ? passage.to(to.name) : to;
  if (source === undefined || target === undefined) return false;
  return isAssignable(source, target, passage, new Set([...open, pair]));
}

function nameOf(schema: Schema): string {
  return schema.kind === "reference" ? schema.name : JSON.stringify(schema);
}

function isIntersectionAssignable(
  from: Intersection,
  to: Schema,
  passage: Transfer,
  open: ReadonlySet<string>,
): boolean {
  if (from.members.some((member) => isAssignable(member, to, passage, open))) return true;
  const merged = mergeObjects(from, passage.from);
  return merged !== undefined && to.kind === "object" && isObjectAssignable(merged, to, passage, open);
}

/** Merges the members of an intersection into one object before comparing, because each has only some of the fields. */
function isAssignableToIntersection(
  from: Schema,
  to: Intersection,
  passage: Transfer,
  open: ReadonlySet<string>,
): boolean {
  const merged = mergeObjects(to, passage.to);
  if (merged !== undefined) return isAssignable(from, merged, passage, open);
  return to.members.every((member) => isAssignable(from, member, passage, open));
}

function isEnumAssignable({ values, open }: EnumSchema, to: Schema): boolean {
  if (to.kind !== "enum") return values.every((value) => kindOf(value) === to.kind);
  if (open && !to.open) return false;
  return values.every((value) => to.values.includes(value) || (to.open && value !== null));
}

function kindOf(value: EnumSchema["values"][number]): string {
  return value === null ? "null" : typeof value;
}

function isObjectAssignable(
  from: ObjectSchema,
  to: ObjectSchema,
  passage: Transfer,
  open: ReadonlySet<string>,
): boolean {
  const given = new Map(from.properties.map((property) => [property.name, property]));
  // When sending, every field must be known to the target type. When receiving, every required field must be present.
  const known = new Set(to.properties.map(({ name }) => name));
  const knowsAll =
    to.additional !== undefined || to.patterns !== undefined || from.properties.every(({ name }) => known.has(name));
  if (passage.direction === "sent" && !knowsAll) return false;
  return to.properties.every(({ name, required, schema }) => {
    const property = given.get(name);
    if (property === undefined) return passage.direction === "sent" && !required;
    return (property.required || !required) && isAssignable(property.schema, schema, passage, open);
  });
}

/** Merges the members of an intersection into one object. Returns `undefined` if a member is not an object. */
export function mergeObjects(
  schema: Schema,
  lookup: Lookup,
  open: ReadonlySet<string> = new Set(),
): ObjectSchema | undefined {
  if (schema.kind === "object") return schema;
  if (schema.kind === "reference") {
    const target = open.has(schema.name) ? undefined : lookup(schema.name);
    return target === undefined ? undefined : mergeObjects(target, lookup, new Set([...open, schema.name]));
  }
  if (schema.kind !== "intersection") return undefined;
  const properties = new Map<string, Property>();
  const patterns: PropertyPattern[] = [];
  let additional: Schema | undefined;
  for (const member of schema.members) {
    const part = mergeObjects(member, lookup, open);
    if (part === undefined) return undefined;
    for (const property of part.properties) properties.set(property.name, property);
    patterns.push(...(part.patterns ?? []));
    additional ??= part.additional;
  }
  return {
    kind: "object",
    properties: [...properties.values()],
    ...(patterns.length === 0 ? {} : { patterns }),
    ...(additional === undefined ? {} : { additional }),
  };
}
