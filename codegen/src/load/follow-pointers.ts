import { isJsonObject, type JsonObject, type JsonPath, pointerPath, pointerTo, valueAt } from "../json/index.js";

/** Object that holds a reference, and the key of the reference. */
export interface ReferencePlace {
  readonly holder: JsonObject;
  readonly key: string;
}

/**
 * Rewrites pointers that pass through references: if `b` is a reference, `#/a/b/c` becomes a pointer into the target of
 * `b`. Leaves pointers alone that already resolve, and those that cannot be resolved.
 */
export function followPointers(root: JsonObject, places: readonly ReferencePlace[]): void {
  const known = new Map<string, string>();
  for (const { holder, key } of places) {
    const reference = String(holder[key]);
    const followed = known.get(reference) ?? followPointer(root, reference);
    known.set(reference, followed);
    if (followed !== reference) Reflect.set(holder, key, followed);
  }
}

function followPointer(root: JsonObject, reference: string): string {
  const path = pointerPath(reference);
  if (path === undefined || valueAt(root, path) !== undefined) return reference;
  const landing = resolvePath(root, path, new Set());
  return landing === undefined ? reference : pointerTo(landing);
}

/** Resolves a path that continues behind references. Returns `undefined` for circular references. */
function resolvePath(root: JsonObject, path: JsonPath, visited: ReadonlySet<string>): JsonPath | undefined {
  for (const index of path.keys()) {
    if (valueAt(root, path.slice(0, index + 1)) !== undefined) continue;
    const holder = valueAt(root, path.slice(0, index));
    const reference = isJsonObject(holder) ? holder["$ref"] : undefined;
    const target = typeof reference === "string" && !visited.has(reference) ? pointerPath(reference) : undefined;
    if (target === undefined) return undefined;
    return resolvePath(root, [...target, ...path.slice(index)], new Set([...visited, String(reference)]));
  }
  return path;
}
