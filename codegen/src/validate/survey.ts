import {
  describe,
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  type LoadedDocument,
  valueAt,
} from "../load/index.js";
import { pointerPath, pointerTo } from "../load/pointer.js";
import { type ChildField, childFields, type Kind, type Kinds, kindNames, referable } from "./kinds.js";
import type { Reference } from "./openapi.js";
import type { Problem } from "./problem.js";
import { hasShape, removeEmptyFields, shapeProblems } from "./structure.js";

/** An object of the document, right in itself, and where it stands. */
export interface Located<Value> {
  readonly value: Value;
  readonly path: JsonPath;
}

/** A reference, and the kind of object that its place asks for. */
export interface LocatedReference extends Located<string> {
  readonly kind: Kind;
}

/**
 * The document walked once, every object met under the kind that its place gives it. Rules read it instead of the
 * document: what is malformed has been reported and left out, so that one mistake does not hide the others.
 */
export interface Survey {
  /** What is malformed in itself. */
  readonly problems: readonly Problem[];
  /** The document as it was read: for following pointers. */
  readonly root: JsonObject;
  readonly missing: LoadedDocument["missing"];
  readonly references: readonly LocatedReference[];
  /** All objects of a kind, in the order of the document. */
  all<K extends Kind>(kind: K): readonly Located<Kinds[K]>[];
  /** Whether a value of the document is an object of a kind, right in itself. */
  is<K extends Kind>(kind: K, value: unknown): value is Kinds[K];
  /** What a value of the document was met as, right or not; empty where the walk did not come by. */
  metAs(value: object): ReadonlySet<string>;
  /** The object that stands at a place, behind its references; `undefined` where that is broken. */
  resolve<K extends Kind>(kind: K, value: Kinds[K] | Reference | boolean | undefined): Kinds[K] | undefined;
}

/** Walks a document from its root along the fields that {@link childFields} knows, and along its references. */
export function surveyDocument({ root, missing }: Pick<LoadedDocument, "root" | "missing">): Survey {
  const walk = new Walk(root, missing);
  walk.visit("document", root, []);
  walk.followReferences();
  return walk;
}

const metNowhere: ReadonlySet<string> = new Set();

class Walk implements Survey {
  readonly problems: Problem[] = [];
  readonly references: LocatedReference[] = [];
  readonly root: JsonObject;
  readonly missing: LoadedDocument["missing"];
  readonly #accepted: { readonly [K in Kind]: Located<Kinds[K]>[] } = {
    document: [],
    info: [],
    server: [],
    tag: [],
    pathItem: [],
    operation: [],
    parameter: [],
    requestBody: [],
    response: [],
    mediaType: [],
    header: [],
    schema: [],
    components: [],
    securityScheme: [],
  };
  readonly #kinds = new Map<object, Set<Kind>>();
  readonly #names = new Map<object, Set<string>>();

  constructor(root: JsonObject, missing: LoadedDocument["missing"]) {
    this.root = root;
    this.missing = missing;
  }

  all<K extends Kind>(kind: K): readonly Located<Kinds[K]>[] {
    return this.#accepted[kind];
  }

  is<K extends Kind>(kind: K, value: unknown): value is Kinds[K] {
    return isJsonObject(value) && this.#kinds.get(value)?.has(kind) === true;
  }

  metAs(value: object): ReadonlySet<string> {
    return this.#names.get(value) ?? metNowhere;
  }

  resolve<K extends Kind>(kind: K, value: Kinds[K] | Reference | boolean | undefined): Kinds[K] | undefined {
    const seen = new Set<object>();
    let target: unknown = value;
    while (isJsonObject(target) && typeof target["$ref"] === "string" && !seen.has(target)) {
      seen.add(target);
      target = valueAt(this.root, pointerPath(target["$ref"]) ?? []);
    }
    return this.is(kind, target) ? target : undefined;
  }

  visit(kind: Kind, value: JsonObject, path: JsonPath): void {
    add(this.#names, value, kindNames[kind]);
    removeEmptyFields(kind, value);
    if (referable.has(kind) && Object.hasOwn(value, "$ref")) {
      this.#reference(kind, value["$ref"], [...path, "$ref"]);
      // Beside a reference, only schemas and path items have fields that mean something.
      if (kind !== "schema" && kind !== "pathItem") return;
    }
    this.#accept(kind, value, path);
    if (kind === "schema") this.#mapping(value["discriminator"], [...path, "discriminator", "mapping"]);
    for (const field of childFields[kind]) this.#visitField(field, value[field.name], [...path, field.name]);
  }

  /** Whatever a reference leads to is of the kind that the reference stands for, even where nothing else names it. */
  followReferences(): void {
    for (const { kind, value } of this.references) {
      const path = pointerPath(value);
      const target = path && valueAt(this.root, path);
      if (path && isJsonObject(target) && !this.#names.has(target)) this.visit(kind, target, path);
    }
  }

  #accept<K extends Kind>(kind: K, value: JsonObject, path: JsonPath): void {
    if (hasShape(kind, value)) {
      add(this.#kinds, value, kind);
      this.#accepted[kind].push({ value, path });
    } else this.problems.push(...shapeProblems(kind, value, path));
  }

  #reference(kind: Kind, reference: JsonValue | undefined, path: JsonPath): void {
    if (typeof reference === "string") this.references.push({ kind, value: reference, path });
    else this.problems.push({ path, message: `Expected a reference, found ${describe(reference)}.` });
  }

  /** A discriminator's mapping names a component schema by a reference, or by its key alone. */
  #mapping(discriminator: JsonValue | undefined, path: JsonPath): void {
    const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
    if (!isJsonObject(mapping)) return;
    for (const [value, target] of Object.entries(mapping)) {
      if (typeof target !== "string") continue; // said by the schema's shape
      const isKey = /^[A-Za-z0-9._-]+$/.test(target) && !/\.(?:json|ya?ml)$/.test(target);
      this.#reference("schema", isKey ? pointerTo(["components", "schemas", target]) : target, [...path, value]);
    }
  }

  #visitField({ holds, kind }: ChildField, held: JsonValue | undefined, path: JsonPath): void {
    if (held === undefined) return;
    if (holds === "one") {
      if (isJsonObject(held)) this.visit(kind, held, path);
    } else if (isJsonObject(held) || Array.isArray(held)) {
      // Its own shape has been checked with the object around it: a list where a map belongs has no items to visit.
      if (Array.isArray(held) !== (holds === "list")) return;
      add(this.#names, held, `${holds === "list" ? "a list" : "a map"}, each of it ${kindNames[kind]}`);
      for (const [key, value] of Object.entries(held)) {
        if (holds === "extensible map" && key.startsWith("x-")) continue;
        this.#visitItem(kind, value, [...path, holds === "list" ? Number(key) : key]);
      }
    }
  }

  #visitItem(kind: Kind, value: JsonValue, path: JsonPath): void {
    if (isJsonObject(value)) this.visit(kind, value, path);
    else if (kind !== "schema" || typeof value !== "boolean") {
      this.problems.push({ path, message: `Expected ${kindNames[kind]}, found ${describe(value)}.` });
    }
  }
}

function add<Value>(register: Map<object, Set<Value>>, object: object, value: Value): void {
  const values = register.get(object);
  if (values === undefined) register.set(object, new Set([value]));
  else values.add(value);
}
