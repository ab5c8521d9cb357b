import { posix } from "node:path";
import { isJsonObject, type JsonValue, pointerPath, pointerTo, valueAt } from "../json/index.js";
import {
  camelCase,
  isMereReference,
  type OpenApiDocument,
  readsSiblings,
  type SchemaOrBoolean,
  typeName,
} from "../openapi/index.js";
import { byText, numbered } from "./names.js";

/** Names the schema that a `$ref` or a discriminator's mapping points at. */
export type NameReference = (reference: string) => string;

/** The names of all schemas that a document refers to. */
export interface SchemaNames {
  readonly nameOf: NameReference;
  /** All of them. */
  readonly all: ReadonlySet<string>;
  /** What a component is: its own source, or that of the schema elsewhere for which it only stands. */
  sourceOf(key: string, source: SchemaOrBoolean): SchemaOrBoolean;
  /** Schemas that were asked for and are no components, each with its name. More come up while these are settled. */
  lifted(): Iterable<readonly [name: string, source: SchemaOrBoolean]>;
}

/**
 * Names the schemas of a document: components by their keys, and whatever else a reference names by its pointer.
 *
 * - `order-line` is `OrderLine`. Of keys that make one name, the one that is spelt like it keeps it; the others get a
 *   number, in the order of their letters.
 * - A schema that a pointer names elsewhere is lifted out under what the pointer says, structure left out:
 *   `#/components/responses/Conflict/content/application~1json/schema` is `ResponseConflict`, and
 *   `#/components/schemas/Tag/allOf/0` is `TagAllOf0`; a file is `Order` for `schemas/order.yaml`. Components come first where such a name is taken.
 * - A component that only refers to a schema of another file is that schema: documents in many files list theirs so.
 */
export function nameSchemas(document: OpenApiDocument, references: ReadonlySet<string>): SchemaNames {
  const root = document as unknown as JsonValue; // what `validate` accepted is a part of plain data
  const dialect: Dialect = { readsSiblings: readsSiblings(document) };
  const names = new Map<string, string>();
  const used = new Set<string>();
  const give = (pointer: string, wanted: string): void => {
    // The constants of `schemas.ts` must differ, too, and `APIKey` and `ApiKey` make one there.
    const name = numbered(wanted, (candidate) => used.has(camelCase(candidate)));
    used.add(camelCase(name));
    names.set(pointer, name);
  };
  const keys = Object.keys(document.components?.schemas ?? {}).sort(byText);
  for (const key of [
    ...keys.filter((each) => typeName(each) === each),
    ...keys.filter((each) => typeName(each) !== each),
  ]) {
    give(pointerTo(["components", "schemas", key]), typeName(key));
  }
  const standIns = standInsOf(root, keys, dialect);
  for (const pointer of deepPointers(root, references, dialect))
    if (!standIns.has(pointer)) give(pointer, nameOfPointer(pointer));

  const asked = new Set<string>();
  const known = new Map<string, string>();
  const nameOf = (reference: string): string => {
    const target = canonical(root, reference, dialect);
    const pointer = standIns.get(target) ?? target;
    if (!isComponent(pointer)) asked.add(pointer);
    return names.get(pointer) ?? typeName(pointer);
  };
  return {
    all: new Set(names.values()),
    nameOf(reference) {
      const name = known.get(reference) ?? nameOf(reference);
      known.set(reference, name);
      return name;
    },
    sourceOf(key, source) {
      const target = referenceOnly(root, key, dialect);
      const isStandIn = target !== undefined && standIns.get(target) === pointerTo(["components", "schemas", key]);
      return isStandIn ? schemaAt(root, target) : source;
    },
    *lifted() {
      // A set is walked to the end that it has by then.
      for (const pointer of asked) {
        yield [names.get(pointer) ?? "", schemaAt(root, pointer)];
      }
    },
  };
}

/** What a document's version says of references. */
interface Dialect {
  readonly readsSiblings: boolean;
}

/** By the pointer of a schema of another file, the component that stands for it: the first by its letters. */
function standInsOf(root: JsonValue, keys: readonly string[], dialect: Dialect): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const target = referenceOnly(root, key, dialect);
    if (target !== undefined && !found.has(target)) found.set(target, pointerTo(["components", "schemas", key]));
  }
  return found;
}

/** Where a component leads that refers to a schema of another file, and says nothing beside it. */
function referenceOnly(root: JsonValue, key: string, dialect: Dialect): string | undefined {
  const source = valueAt(root, ["components", "schemas", key]);
  if (!isJsonObject(source) || typeof source["$ref"] !== "string" || Object.keys(source).length > 1) return undefined;
  const target = canonical(root, source["$ref"], dialect);
  return isInOtherFile(target) ? target : undefined;
}

function schemaAt(root: JsonValue, pointer: string): SchemaOrBoolean {
  return valueAt(root, pointerPath(pointer) ?? []) as unknown as SchemaOrBoolean; // `validate` has accepted it as one
}

/** The pointer behind references that are nothing but references; a discriminator's bare `Order` is one, too. */
function canonical(root: JsonValue, reference: string, dialect: Dialect): string {
  const path = pointerPath(reference) ?? ["components", "schemas", reference];
  const pointer = pointerTo(path);
  const target = valueAt(root, path);
  // A component that is only a reference is a type of its own name; anything else is what it refers to.
  if (isComponent(pointer) || !isJsonObject(target) || !isMereReference(target, dialect)) return pointer;
  return canonical(root, String(target["$ref"]), dialect);
}

function isInOtherFile(pointer: string): boolean {
  return pointerPath(pointer)?.[0]?.startsWith("./") ?? false;
}

function isComponent(pointer: string): boolean {
  return /^#\/components\/schemas\/[^/]+$/.test(pointer);
}

/** Pointers of the references to schemas that are not components, by their letters. */
function deepPointers(root: JsonValue, references: ReadonlySet<string>, dialect: Dialect): readonly string[] {
  const pointers = Array.from(references, (reference) => canonical(root, reference, dialect));
  return [...new Set(pointers)].filter((pointer) => !isComponent(pointer)).sort(byText);
}

/** Words of a pointer that say where something stands and not what it is. */
const structure: ReadonlySet<string> = new Set(
  "components schemas paths content schema properties patternProperties definitions $defs application/json".split(" "),
);

/** Structure that tells one schema of an object from another, as one of it is called. */
const nouns: Readonly<Record<string, string>> = {
  responses: "Response",
  requestBodies: "Body",
  requestBody: "Body",
  parameters: "Parameter",
  headers: "Header",
  items: "Item",
  prefixItems: "Item",
  additionalProperties: "Value",
};

function nameOfPointer(pointer: string): string {
  const path = pointerPath(pointer) ?? [];
  const [first = "", ...rest] = path.filter((token) => !structure.has(token));
  const words = [...(first.startsWith("./") ? fileWords(first, path[1]) : [first]), ...rest];
  return (
    typeName(words.map((token) => (Object.hasOwn(nouns, token) ? nouns[token] : typeName(token))).join(" ")) || "Schema"
  );
}

/** Keywords behind which a pointer into a file names a part of the one schema that fills it. */
const schemaParts: ReadonlySet<string> = new Set(
  "additionalProperties allOf anyOf items not oneOf prefixItems properties".split(" "),
);

/**
 * What a file is called says something only of the schema that fills it, and of its parts: `./schemas/order.yaml` is
 * `Order`. One of many in a file has a name of its own.
 */
function fileWords(file: string, next: string | undefined): readonly string[] {
  const isFilled = next === undefined || schemaParts.has(next);
  return isFilled ? [posix.basename(file).replace(/\.[^.]*$/, "")] : [];
}
