import type { Model, Schema } from "./model.js";

/**
 * Names of the schemas that describe an object without any properties, directly or through references. In a composition
 * they add nothing, and must not open the other parts to misspelt names.
 */
export function emptyObjectNames({ schemas }: Model): ReadonlySet<string> {
  const empty = new Set<string>();
  for (let size = -1; size < empty.size; ) {
    size = empty.size;
    for (const { name, schema } of schemas) if (isEmptyObject(schema, empty)) empty.add(name);
  }
  return empty;
}

/** Returns true for an object without properties. `empty` lists the named schemas that are one. */
export function isEmptyObject(schema: Schema, empty: ReadonlySet<string>): boolean {
  switch (schema.kind) {
    case "object":
      return schema.properties.length === 0 && schema.patterns === undefined && schema.additional === undefined;
    case "reference":
      return empty.has(schema.name);
    case "intersection":
      return schema.members.every((member) => isEmptyObject(member, empty));
    default:
      return false;
  }
}
