import { isDeepStrictEqual } from "node:util";
import { pointerTo, present } from "../json/index.js";
import type { FollowSchema, OpenApiDocument, Schema as SchemaObject, SchemaOrBoolean } from "../openapi/index.js";
import type { NameReference } from "./schema-names.js";
import type { NamedReaderShape, ReaderList, ReaderMember, ReaderObject, ReaderShape } from "./shape-types.js";

/** Context for building shapes. */
interface ShapeContext {
  readonly nameOf: NameReference;
  readonly followSchema: FollowSchema;
}

/** Builds the shapes of the components with `x-sdk-shape`. Each comes after the shapes that it refers to. */
export function buildReaderShapes(document: OpenApiDocument, context: ShapeContext): readonly NamedReaderShape[] {
  const library = new ShapeLibrary(context);
  const requested = new Map<string, string | undefined>();
  for (const [key, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (typeof schema === "boolean" || schema["x-sdk-shape"] !== true) continue;
    const name = library.add(pointerTo(["components", "schemas", key]));
    if (name !== undefined) requested.set(name, schema.xml?.name);
  }
  return library.shapesFor([...requested.keys()]).map(([name, shape]) => {
    return { name, shape, isRequested: requested.has(name), ...present({ elementName: requested.get(name) }) };
  });
}

const UNKNOWN: ReaderShape = { kind: "unknown" };

/**
 * Maximum number of merges. AppDirect's events need fewer than a hundred; alternatives of alternatives could need as many
 * as a power of their depth.
 */
const MOST_MERGES = 10_000;

/** Shapes of the objects of a document, built when something refers to them. */
class ShapeLibrary {
  readonly #context: ShapeContext;
  /** Objects by type name, each after the objects that it refers to. */
  readonly #objects = new Map<string, ReaderObject>();
  /** Shapes of the schemas that are not objects, by type name. */
  readonly #others = new Map<string, ReaderShape>();
  readonly #unfinished = new Set<string>();
  #merges = 0;

  constructor(context: ShapeContext) {
    this.#context = context;
  }

  /** Adds a schema under its own name, and returns the name. Returns `undefined` if the schema is not an object. */
  add($ref: string): string | undefined {
    const name = this.#context.nameOf($ref);
    const shape = this.#expand(this.#refer($ref));
    if (shape.kind !== "object") return undefined;
    this.#objects.set(name, shape);
    return name;
  }

  /** Shapes with the given names and their parts. */
  shapesFor(names: readonly string[]): readonly (readonly [name: string, shape: ReaderObject])[] {
    const needed = new Set<string>();
    const add = (name: string): void => {
      const shape = this.#objects.get(name);
      if (shape === undefined || needed.has(name)) return;
      needed.add(name);
      for (const part of namesIn(shape)) add(part);
    };
    for (const name of names) add(name);
    return [...this.#objects].filter(([name]) => needed.has(name));
  }

  /** Returns the shape of a referenced schema. An object that has its own members is returned as a reference. */
  #refer($ref: string): ReaderShape {
    const name = this.#context.nameOf($ref);
    if (this.#objects.has(name)) return { kind: "reference", name };
    const other = this.#others.get(name);
    if (other !== undefined) return other;
    // A schema that contains itself ends here: a constant cannot refer to itself.
    if (this.#unfinished.has(name)) return UNKNOWN;
    this.#unfinished.add(name);
    const shape = this.#convert(this.#context.followSchema({ $ref }) ?? true);
    this.#unfinished.delete(name);
    if (shape.kind === "object") {
      this.#objects.set(name, shape);
      return { kind: "reference", name };
    }
    this.#others.set(name, shape);
    return shape;
  }

  #convert(schema: SchemaOrBoolean): ReaderShape {
    if (typeof schema === "boolean") return UNKNOWN;
    const { $ref, allOf = [], oneOf = [], anyOf = [] } = schema;
    const parts = [...allOf, ...oneOf, ...anyOf].map((part) => this.#convert(part));
    const whole = [...parts, this.#convertOwn(schema)].reduce((left, right) => this.#merge(left, right));
    return $ref === undefined ? whole : this.#merge(this.#refer($ref), whole);
  }

  /** Shape that the schema's own keywords describe. */
  #convertOwn(schema: SchemaObject): ReaderShape {
    const { properties, additionalProperties, items } = schema;
    if (properties !== undefined) return this.#convertObject(properties);
    if (typeof additionalProperties === "object") return { kind: "map" };
    if (items !== undefined) return this.#convertList(items, schema);
    return { kind: kindOf(schema) };
  }

  #convertObject(properties: Readonly<Record<string, SchemaOrBoolean>>): ReaderObject {
    const members = Object.entries(properties).map(([name, property]): ReaderMember => {
      const isAttribute = typeof property === "object" && property.xml?.attribute === true;
      return { name, isAttribute, shape: this.#convert(property) };
    });
    return { kind: "object", members };
  }

  #convertList(items: SchemaOrBoolean, { default: absent }: SchemaObject): ReaderList {
    const itemName = typeof items === "object" ? items.xml?.name : undefined;
    const isEmptyByDefault = Array.isArray(absent) && absent.length === 0;
    return { kind: "list", item: this.#convert(items), isEmptyByDefault, ...present({ itemName }) };
  }

  /** Merges two shapes of one value. Shapes that contradict each other say nothing. */
  #merge(left: ReaderShape, right: ReaderShape): ReaderShape {
    if (left.kind === "unknown" || isDeepStrictEqual(left, right)) return right;
    if (right.kind === "unknown") return left;
    this.#merges += 1;
    if (this.#merges > MOST_MERGES) return UNKNOWN;
    const [one, other] = [this.#expand(left), this.#expand(right)];
    if (one.kind !== "object" || other.kind !== "object") return UNKNOWN;
    const merged = this.#mergeObjects(one, other);
    if (isDeepStrictEqual(merged, one)) return left;
    return isDeepStrictEqual(merged, other) ? right : merged;
  }

  #mergeObjects(left: ReaderObject, right: ReaderObject): ReaderObject {
    const members = new Map(left.members.map((member) => [member.name, member]));
    for (const member of right.members) {
      const { shape = UNKNOWN, isAttribute = false } = members.get(member.name) ?? {};
      members.set(member.name, {
        name: member.name,
        isAttribute: isAttribute || member.isAttribute,
        shape: this.#merge(shape, member.shape),
      });
    }
    return { kind: "object", members: [...members.values()] };
  }

  #expand(shape: ReaderShape): ReaderShape {
    return (shape.kind === "reference" ? this.#objects.get(shape.name) : shape) ?? UNKNOWN;
  }
}

function kindOf({ type, const: constant, enum: values = [] }: SchemaObject): "text" | "number" | "boolean" | "unknown" {
  const sample = constant ?? values[0];
  const types = sample === undefined ? [type ?? []].flat().filter((each) => each !== "null") : [typeof sample];
  const [only, ...others] = types;
  return (others.length === 0 && only !== undefined ? kindsByType[only] : undefined) ?? "unknown";
}

const kindsByType: Readonly<Record<string, "text" | "number" | "boolean">> = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** Names of the shapes that a shape refers to. */
function namesIn(shape: ReaderShape): readonly string[] {
  if (shape.kind === "reference") return [shape.name];
  if (shape.kind === "list") return namesIn(shape.item);
  return shape.kind === "object" ? shape.members.flatMap((member) => namesIn(member.shape)) : [];
}
