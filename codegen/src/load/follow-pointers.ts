import { isJsonObject, type JsonObject, type JsonPath, pointerPath, pointerTo, valueAt } from "../json/index.js";

/** Where a reference is written. */
export interface ReferencePlace {
  readonly holder: JsonObject;
  readonly key: string;
}

/**
 * Rewrites pointers whose way leads through references: where `b` is a reference, `#/a/b/c` becomes a pointer into what
 * `b` refers to. Pointers that lead somewhere by themselves stay as they are, and so do those that lead nowhere.
 */
export function followPointers(root: JsonObject, places: readonly ReferencePlace[]): void {
  const known = new Map<string, string>();
  for (const { holder, key } of places) {
    const reference = String(holder[key]);
    const followed = known.get(reference) ?? followedPointer(root, reference);
    known.set(reference, followed);
    if (followed !== reference) Reflect.set(holder, key, followed);
  }
}

function followedPointer(root: JsonObject, reference: string): string {
  const path = pointerPath(reference);
  if (path === undefined || valueAt(root, path) !== undefined) return reference;
  const landing = landingOf(root, path, new Set());
  return landing === undefined ? reference : pointerTo(landing);
}

/** Where a path ends that goes on behind references; a reference that is met again leads nowhere. */
function landingOf(root: JsonObject, path: JsonPath, met: ReadonlySet<string>): JsonPath | undefined {
  for (const index of path.keys()) {
    if (valueAt(root, path.slice(0, index + 1)) !== undefined) continue;
    const holder = valueAt(root, path.slice(0, index));
    const reference = isJsonObject(holder) ? holder["$ref"] : undefined;
    const target = typeof reference === "string" && !met.has(reference) ? pointerPath(reference) : undefined;
    if (target === undefined) return undefined;
    return landingOf(root, [...target, ...path.slice(index)], new Set([...met, String(reference)]));
  }
  return path;
}
