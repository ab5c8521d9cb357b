import { nameOf } from "./fields.js";
import { type Kind, kinds } from "./objects.js";

/**
 * Objects that a walk met, each with the kinds that their places gave them, as bits of one number: a large document has
 * half a million objects, and a set for each would take more memory than the document.
 */
export class MetObjects {
  readonly #kinds = new Map<object, number>();
  /** Kinds of the objects in a list or a map. */
  readonly #itemKinds = new Map<object, number>();
  readonly #malformed = new Map<object, number>();

  add(object: object, kind: Kind): void {
    addBit(this.#kinds, object, kind);
  }

  /** Adds a list or a map of objects. */
  addCollection(object: object, itemKind: Kind): void {
    addBit(this.#itemKinds, object, itemKind);
  }

  /** Marks an object as malformed in itself. */
  reject(object: object, kind: Kind): void {
    addBit(this.#malformed, object, kind);
  }

  has(object: object): boolean {
    return this.#kinds.has(object) || this.#itemKinds.has(object);
  }

  /** Whether an object was met as one of a kind. */
  isOf(object: object, kind: Kind): boolean {
    return hasBit(this.#kinds, object, kind);
  }

  /** Whether an object was met as one of a kind and is well-formed. */
  isWellFormed(object: object, kind: Kind): boolean {
    return this.isOf(object, kind) && !hasBit(this.#malformed, object, kind);
  }

  /** Names of everything that an object was met as. */
  namesOf(object: object): readonly string[] {
    const collection = Array.isArray(object) ? "a list" : "a map";
    return [
      ...kinds.filter((kind) => this.isOf(object, kind)).map((kind) => nameOf[kind]),
      ...kinds
        .filter((kind) => hasBit(this.#itemKinds, object, kind))
        .map((kind) => `${collection}, each of it ${nameOf[kind]}`),
    ];
  }
}

const bits = new Map(kinds.map((kind, index) => [kind, 1 << index]));

function addBit(register: Map<object, number>, object: object, kind: Kind): void {
  register.set(object, (register.get(object) ?? 0) | (bits.get(kind) ?? 0));
}

function hasBit(register: ReadonlyMap<object, number>, object: object, kind: Kind): boolean {
  return ((register.get(object) ?? 0) & (bits.get(kind) ?? 0)) !== 0;
}
