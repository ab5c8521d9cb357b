import { childSchemas } from "./child-schemas.js";
import type { Model, Schema } from "./model.js";

/** Names of the schemas whose values contain a `Date`, directly or through references. */
export function datedNames({ schemas }: Model): ReadonlySet<string> {
  const dated = new Set<string>();
  for (let size = -1; size < dated.size; ) {
    size = dated.size;
    for (const { name, schema } of schemas) if (!dated.has(name) && holdsDates(schema, dated)) dated.add(name);
  }
  return dated;
}

/** Returns true if values of a schema contain a `Date`. `dated` lists the named schemas that do. */
export function holdsDates(schema: Schema, dated: ReadonlySet<string>): boolean {
  if (schema.kind === "dateTime") return true;
  if (schema.kind === "reference") return dated.has(schema.name);
  return childSchemas(schema).some((part) => holdsDates(part, dated));
}
