import { nameOf } from "./fields.js";
import { type Kind, kinds } from "./objects.js";

/**
 * Objects visited during a walk, each with the kinds implied by its locations. The kinds are stored as bits of a
 * number: a large document has half a million objects, and a set for each would take more memory than the document.
 */
export class VisitedObjects {
  readonly #kinds = new Map<object, number>();
  /** Kinds of the items in a list or map. */
  readonly #itemKinds = new Map<object, number>();
  readonly #malformed = new Map<object, number>();

  add(object: object, kind: Kind): void {
    addBit(this.#kinds, object, kind);
  }

  /** Adds a list or map of objects. */
  addCollection(object: object, itemKind: Kind): void {
    addBit(this.#itemKinds, object, itemKind);
  }

  /** Marks an object as malformed. */
  reject(object: object, kind: Kind): void {
    addBit(this.#malformed, object, kind);
  }

  has(object: object): boolean {
    return this.#kinds.has(object) || this.#itemKinds.has(object);
  }

  /** Returns true if an object was visited as the given kind. */
  isOf(object: object, kind: Kind): boolean {
    return hasBit(this.#kinds, object, kind);
  }

  /** Returns true if an object was visited as the given kind and is well-formed. */
  isWellFormed(object: object, kind: Kind): boolean {
    return this.isOf(object, kind) && !hasBit(this.#malformed, object, kind);
  }

  /** Names of all kinds as which an object was visited. */
  namesOf(object: object): readonly string[] {
    const collection = Array.isArray(object) ? "a list" : "a map";
    return [
      ...kinds.filter((kind) => this.isOf(object, kind)).map((kind) => nameOf[kind]),
      ...kinds
        .filter((kind) => hasBit(this.#itemKinds, object, kind))
        .map((kind) => `${collection} in which each item is ${nameOf[kind]}`),
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
