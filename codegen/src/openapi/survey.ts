import {
  describe,
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  pointerPath,
  pointerTo,
  quote,
  valueAt,
} from "../json/index.js";
import { byKind, type Held, mayBeBoolean, mayBeReference, nameOf } from "./fields.js";
import type { Kind } from "./objects.js";
import { Place, placeAt, ReferencePlace } from "./place.js";
import { References } from "./references.js";
import { fieldsOf, type Mismatch, requiredFieldsOf } from "./shapes.js";
import type { FollowSchema, ObjectOf, Reference } from "./types.js";
import { VisitedObjects } from "./visited-objects.js";

/** Object in the document with well-formed fields, and its path. */
export interface Located<Value> {
  readonly value: Value;
  readonly path: JsonPath;
}

/** Reference with the kind of object that its location requires. */
export interface LocatedReference extends Located<string> {
  readonly kind: Kind;
}

/** Malformed value in the document. */
export interface Malformation {
  readonly path: JsonPath;
  readonly message: string;
}

/**
 * Result of walking the document once, with every object filed under the kind that its location implies. Rules read the
 * survey instead of the document. The survey reports malformed objects and leaves them out, so that one mistake does
 * not hide others.
 */
export interface Survey {
  readonly malformations: readonly Malformation[];
  /** Document as it was read, for following pointers. */
  readonly root: JsonObject;
  readonly references: readonly LocatedReference[];
  /** All well-formed objects of a kind, in document order. */
  all<K extends Kind>(kind: K): readonly Located<ObjectOf<K>>[];
  /** Returns true if a value is a well-formed object of the kind. */
  is<K extends Kind>(kind: K, value: unknown): value is ObjectOf<K>;
  /** Returns true if the walk visited an object as the kind, well-formed or not. */
  wasVisitedAs(kind: Kind, value: object): boolean;
  /** Names of all kinds as which the walk visited a value. */
  namesOf(value: object): readonly string[];
  /** Returns the value that a reference points to, or `undefined`. */
  target(reference: string): JsonValue | undefined;
  /** Returns the object at a location, following references. Returns `undefined` if it is malformed. */
  readonly resolve: <K extends Kind>(
    kind: K,
    value: ObjectOf<K> | Reference | boolean | undefined,
  ) => ObjectOf<K> | undefined;
  readonly followSchema: FollowSchema;
}

/** Walks a document from its root, along the fields of its objects and its references. */
export function surveyDocument(root: JsonObject): Survey {
  const walk = new Walk(root);
  walk.visit("document", new Place(root));
  walk.followReferences();
  return walk;
}

class Walk implements Survey {
  readonly malformations: Malformation[] = [];
  readonly references: LocatedReference[] = [];
  readonly root: JsonObject;
  readonly #targets: References;
  readonly #visited = new VisitedObjects();
  readonly #wellFormed = byKind((): Place<JsonObject>[] => []);

  constructor(root: JsonObject) {
    this.root = root;
    this.#targets = new References(root);
  }

  all<K extends Kind>(kind: K): readonly Located<ObjectOf<K>>[] {
    return this.#wellFormed[kind] as unknown as readonly Located<ObjectOf<K>>[]; // `#check` has checked all fields
  }

  is<K extends Kind>(kind: K, value: unknown): value is ObjectOf<K> {
    return isJsonObject(value) && this.#visited.isWellFormed(value, kind);
  }

  wasVisitedAs(kind: Kind, value: object): boolean {
    return this.#visited.isOf(value, kind);
  }

  namesOf(value: object): readonly string[] {
    return this.#visited.namesOf(value);
  }

  target(reference: string): JsonValue | undefined {
    return this.#targets.target(reference);
  }

  readonly resolve: Survey["resolve"] = (kind, value) => {
    const target = this.#targets.follow(value);
    return this.is(kind, target) ? target : undefined;
  };

  readonly followSchema: FollowSchema = (schema) => this.resolve("schema", schema);

  visit(kind: Kind, place: Place<JsonObject>): void {
    const { value } = place;
    this.#visited.add(value, kind);
    if (mayBeReference[kind] && Object.hasOwn(value, "$ref")) {
      this.#visitReference(kind, place);
      // For all other kinds, a reference replaces the whole object.
      if (!fieldsOf[kind].has("$ref")) return;
    }
    if (this.#check(kind, place)) this.#wellFormed[kind].push(place);
    else this.#visited.reject(value, kind);
    if (kind === "schema") this.#visitMapping(place);
    for (const name of Object.keys(value)) {
      const field = fieldsOf[kind].get(name);
      if (field?.kind !== undefined) this.#visitField(field, field.kind, new Place(value[name], place, name));
    }
  }

  /** Visits the targets of references as the kind that each reference requires. */
  followReferences(): void {
    for (const { kind, value } of this.references) {
      const target = this.target(value);
      if (isJsonObject(target) && !this.#visited.has(target))
        this.visit(kind, placeAt(target, pointerPath(value) ?? []));
    }
  }

  /**
   * Removes empty fields and reports fields that do not match.
   *
   * @returns True if all fields match.
   */
  #check(kind: Kind, place: Place<JsonObject>): boolean {
    const { value } = place;
    const before = this.malformations.length;
    for (const name of Object.keys(value)) {
      const field = fieldsOf[kind].get(name);
      if (field === undefined) continue;
      const held = value[name];
      // Mutation is safe here: the data has just been read, and no other code holds it.
      if (held === null && field.mayBeEmpty) Reflect.deleteProperty(value, name);
      else for (const mismatch of field.mismatches(held)) this.#report(place, name, mismatch);
    }
    for (const { name, noun } of requiredFieldsOf[kind]) {
      if (!Object.hasOwn(value, name)) this.#report(place, name, { path: [], expected: noun });
    }
    return this.malformations.length === before;
  }

  #report({ value, path }: Place<JsonObject>, name: string, mismatch: Mismatch): void {
    const below = [name, ...mismatch.path];
    const field = quote(below.join("."));
    const found = valueAt(value, below);
    const message =
      found === undefined
        ? `${field} is missing: expected ${mismatch.expected}.`
        : `Expected ${mismatch.expected} in ${field}, found ${describe(found)}.`;
    this.malformations.push({ path: [...path, ...below], message });
  }

  #visitReference(kind: Kind, place: Place<JsonObject>): void {
    const { $ref: reference } = place.value;
    if (typeof reference === "string") this.references.push(new ReferencePlace(kind, reference, place, "$ref"));
    else {
      const message = `Expected a reference, found ${describe(reference)}.`;
      this.malformations.push({ path: [...place.path, "$ref"], message });
    }
  }

  /** Visits a discriminator's mapping, whose values are references or keys of component schemas. */
  #visitMapping(schema: Place<JsonObject>): void {
    const { discriminator } = schema.value;
    const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
    if (!isJsonObject(mapping)) return;
    const place = new Place(mapping, new Place(discriminator, schema, "discriminator"), "mapping");
    for (const [value, target] of Object.entries(mapping)) {
      if (typeof target !== "string") continue; // reported as a mismatch
      const isKey = /^[A-Za-z0-9._-]+$/.test(target) && !/\.(?:json|ya?ml)$/.test(target);
      const reference = isKey ? pointerTo(["components", "schemas", target]) : target;
      this.references.push(new ReferencePlace("schema", reference, place, value));
    }
  }

  #visitField({ holds, isExtensible }: Held, kind: Kind, place: Place<JsonValue | undefined>): void {
    const { value } = place;
    if (Array.isArray(value) && holds === "list") {
      this.#visited.addCollection(value, kind);
      for (const [index, item] of value.entries()) this.#visitItem(kind, new Place(item, place, index));
    } else if (isJsonObject(value) && holds === "map") {
      this.#visited.addCollection(value, kind);
      for (const key of Object.keys(value)) {
        if (!isExtensible || !key.startsWith("x-")) this.#visitItem(kind, new Place(value[key], place, key));
      }
    } else if (holds === "one" && isObjectPlace(place)) this.visit(kind, place);
  }

  #visitItem(kind: Kind, place: Place<JsonValue | undefined>): void {
    if (isObjectPlace(place)) this.visit(kind, place);
    else if (!mayBeBoolean[kind] || typeof place.value !== "boolean") {
      const message = `Expected ${nameOf[kind]}, found ${describe(place.value)}.`;
      this.malformations.push({ path: place.path, message });
    }
  }
}

function isObjectPlace(place: Place<JsonValue | undefined>): place is Place<JsonObject> {
  return isJsonObject(place.value);
}
