import type { TypeId } from "./model.js";

/** A schema, and the type ids that the document gives it. */
export interface TypedSchema {
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * All ids by which `implementing(…)` may name the types of a document. One that ends in a version, `/1.2`, names its type
 * also by the major version, `/1`, and by none; such a short id may stand for several types.
 */
export function settleTypeIds(schemas: readonly TypedSchema[]): readonly TypeId[] {
  const types = new Map<string, Set<string>>();
  for (const { name, ids } of schemas) {
    for (const id of ids.flatMap(formsOf)) types.set(id, (types.get(id) ?? new Set()).add(name));
  }
  return Array.from(types, ([id, names]) => ({ id, types: [...names] }));
}

/** An id as it is, then the shorter ones that it includes. */
function formsOf(id: string): readonly string[] {
  const [, base, major, minor] = /^(.+)\/(\d+)(\.\d+)?$/s.exec(id) ?? [];
  if (base === undefined) return [id];
  return minor === undefined ? [id, base] : [id, `${base}/${major}`, base];
}
