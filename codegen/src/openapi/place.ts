import type { JsonPath } from "../json/index.js";
import type { Kind } from "./objects.js";

/** Value of the document and where it stands. Its path is put together only for those who ask: few ever do. */
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

/** Reference, and the kind of object that its place asks for. */
export class ReferencePlace extends Place<string> {
  readonly kind: Kind;

  constructor(kind: Kind, reference: string, parent: Place<unknown>, key: string) {
    super(reference, parent, key);
    this.kind = kind;
  }
}

/** Place of a value at a path. */
export function placeAt<Value>(value: Value, path: JsonPath): Place<Value> {
  const root = new Place<unknown>(undefined);
  const parent = path
    .slice(0, -1)
    .reduce<Place<unknown>>((place, key) => new Place<unknown>(undefined, place, key), root);
  return path.length === 0 ? new Place(value) : new Place(value, parent, path.at(-1));
}
