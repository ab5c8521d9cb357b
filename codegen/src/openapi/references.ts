import { isJsonObject, type JsonObject, type JsonValue, pointerPath, valueAt } from "../json/index.js";

/**
 * Resolver for references within a document. Caches its results, because a large document repeats the same reference
 * thousands of times.
 */
export class References {
  readonly #root: JsonObject;
  readonly #targets = new Map<string, JsonValue | undefined>();
  readonly #ends = new Map<string, JsonValue | undefined>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** Returns the value that a reference points to, or `undefined` if there is none. */
  target(reference: string): JsonValue | undefined {
    const known = this.#targets.get(reference);
    if (known !== undefined) return known;
    const path = pointerPath(reference);
    const target = path && valueAt(this.#root, path);
    this.#targets.set(reference, target);
    return target;
  }

  /**
   * Follows a chain of references to a value. Returns the value itself if it is not a reference, and `undefined` if the
   * chain is broken or circular.
   */
  follow(value: unknown): unknown {
    const reference = referenceIn(value);
    return reference === undefined ? value : this.#end(reference);
  }

  #end(reference: string): JsonValue | undefined {
    const known = this.#ends.get(reference);
    if (known !== undefined) return known;
    const visited = new Set<string>();
    let target: JsonValue | undefined;
    for (let next: string | undefined = reference; next !== undefined; next = referenceIn(target)) {
      target = visited.has(next) ? undefined : this.target(next);
      visited.add(next);
    }
    this.#ends.set(reference, target);
    return target;
  }
}

/** Returns the `$ref` of an object. */
export function referenceIn(value: unknown): string | undefined {
  const reference = isJsonObject(value) ? value["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}
