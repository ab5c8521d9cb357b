import { isJsonObject, type JsonObject, type JsonValue, pointerPath, valueAt } from "../json/index.js";

/** References within a document. Each is looked up once: a large document writes the same one thousands of times. */
export class References {
  readonly #root: JsonObject;
  readonly #targets = new Map<string, JsonValue | undefined>();
  readonly #ends = new Map<string, JsonValue | undefined>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** The value that a reference names; `undefined` if it names nothing. */
  target(reference: string): JsonValue | undefined {
    const known = this.#targets.get(reference);
    if (known !== undefined) return known;
    const path = pointerPath(reference);
    const target = path && valueAt(this.#root, path);
    this.#targets.set(reference, target);
    return target;
  }

  /** A value or, if it is a reference, what that leads to in the end; `undefined` if it leads nowhere or in a circle. */
  follow(value: unknown): unknown {
    const reference = referenceIn(value);
    return reference === undefined ? value : this.#end(reference);
  }

  #end(reference: string): JsonValue | undefined {
    const known = this.#ends.get(reference);
    if (known !== undefined) return known;
    const met = new Set<string>();
    let target: JsonValue | undefined;
    for (let next: string | undefined = reference; next !== undefined; next = referenceIn(target)) {
      target = met.has(next) ? undefined : this.target(next);
      met.add(next);
    }
    this.#ends.set(reference, target);
    return target;
  }
}

/** The `$ref` of an object. */
export function referenceIn(value: unknown): string | undefined {
  const reference = isJsonObject(value) ? value["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}
