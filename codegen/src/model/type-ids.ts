import type { TypeId } from "./model.js";

/** Schema with the type ids that the document assigns to it. */
export interface TypedSchema {
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * Collects all ids that `implementing(…)` may use for the types of a document. A type with a versioned id such as
 * `/1.2` can also be named by the major version, `/1`, or without a version. Such a short id may match several types.
 */
export function collectTypeIds(schemas: readonly TypedSchema[]): readonly TypeId[] {
  const types = new Map<string, Set<string>>();
  for (const { name, ids } of schemas) {
    for (const id of ids.flatMap(formsOf)) types.set(id, (types.get(id) ?? new Set()).add(name));
  }
  return Array.from(types, ([id, names]) => ({ id, types: [...names] }));
}

/** An id followed by its shorter forms. */
function formsOf(id: string): readonly string[] {
  const [, base, major, minor] = /^(.+)\/(\d+)(\.\d+)?$/s.exec(id) ?? [];
  if (base === undefined) return [id];
  return minor === undefined ? [id, base] : [id, `${base}/${major}`, base];
}
