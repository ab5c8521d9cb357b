import type { JsonPath } from "../json/index.js";
import type { Kind } from "./objects.js";

/** Value in the document with its location. The path is built on demand, because it is rarely needed. */
export class Place<Value> {
  readonly value: Value;
  readonly #parent: Place<unknown> | undefined;
  readonly #key: string | number;

  constructor(value: Value, parent?: Place<unknown>, key: string | number = "") {
    this.value = value;
    this.#parent = parent;
    this.#key = key;
  }

  get path(): JsonPath {
    return this.#parent === undefined ? [] : [...this.#parent.path, this.#key];
  }
}

/** Reference with the kind of object that its location requires. */
export class ReferencePlace extends Place<string> {
  readonly kind: Kind;

  constructor(kind: Kind, reference: string, parent: Place<unknown>, key: string) {
    super(reference, parent, key);
    this.kind = kind;
  }
}

/** Creates a place for a value at a path. */
export function placeAt<Value>(value: Value, path: JsonPath): Place<Value> {
  const root = new Place<unknown>(undefined);
  const parent = path
    .slice(0, -1)
    .reduce<Place<unknown>>((place, key) => new Place<unknown>(undefined, place, key), root);
  return path.length === 0 ? new Place(value) : new Place(value, parent, path.at(-1));
}
