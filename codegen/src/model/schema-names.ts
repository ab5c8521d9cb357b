import { posix } from "node:path";
import { isJsonObject, type JsonValue, pointerPath, pointerTo, valueAt } from "../json/index.js";
import {
  camelCase,
  isPlainReference,
  type OpenApiDocument,
  readsSiblings,
  type SchemaOrBoolean,
  typeName,
} from "../openapi/index.js";
import { byText, numbered } from "./names.js";

/** Returns the name of the schema that a `$ref` or a discriminator mapping refers to. */
export type NameReference = (reference: string) => string;

/** Names of all schemas that a document refers to. */
export interface SchemaNames {
  readonly nameOf: NameReference;
  /** All names. */
  readonly all: ReadonlySet<string>;
  /** Source of a component. If the component only refers to a schema of another file, it is that schema's source. */
  sourceOf(key: string, source: SchemaOrBoolean): SchemaOrBoolean;
  /** Referenced schemas that are not components, with their names. Converting them may add more. */
  lifted(): Iterable<readonly [name: string, source: SchemaOrBoolean]>;
}

/**
 * Names the schemas of a document: components by their keys, other referenced schemas by their pointers.
 *
 * - `order-line` becomes `OrderLine`. If several keys result in the same name, the key that is spelled like the name
 *   keeps it. The others get a number in alphabetical order.
 * - A schema that a pointer refers to elsewhere is named after the pointer, without structural parts:
 *   `#/components/responses/Conflict/content/application~1json/schema` becomes `ResponseConflict`, and
 *   `#/components/schemas/Tag/allOf/0` becomes `TagAllOf0`. The schema in `schemas/order.yaml` becomes `Order`. If
 *   names collide, components take precedence.
 * - A component that only refers to a schema of another file is that schema. Documents that span many files list
 *   their schemas this way.
 */
export function nameSchemas(document: OpenApiDocument, references: ReadonlySet<string>): SchemaNames {
  const root = document as unknown as JsonValue; // `validate` has accepted it, so it is a subset of plain data
  const dialect: Dialect = { readsSiblings: readsSiblings(document) };
  const names = new Map<string, string>();
  const used = new Set<string>();
  const give = (pointer: string, wanted: string): void => {
    // The constants in `schemas.ts` must differ as well. `APIKey` and `ApiKey` result in the same constant.
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
  const standIns = findStandIns(root, keys, dialect);
  for (const pointer of findDeepPointers(root, references, dialect))
    if (!standIns.has(pointer)) give(pointer, nameOfPointer(pointer));

  const asked = new Set<string>();
  const known = new Map<string, string>();
  const nameOf = (reference: string): string => {
    const target = canonicalPointer(root, reference, dialect);
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
      const target = targetOfAlias(root, key, dialect);
      const isStandIn = target !== undefined && standIns.get(target) === pointerTo(["components", "schemas", key]);
      return isStandIn ? schemaAt(root, target) : source;
    },
    *lifted() {
      // Iterating over a set includes items added during the loop.
      for (const pointer of asked) {
        yield [names.get(pointer) ?? "", schemaAt(root, pointer)];
      }
    },
  };
}

/** Rules for references in the document's OpenAPI version. */
interface Dialect {
  readonly readsSiblings: boolean;
}

/**
 * Maps schemas of other files, by pointer, to the component that replaces them. If there are several, the first in
 * alphabetical order.
 */
function findStandIns(root: JsonValue, keys: readonly string[], dialect: Dialect): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const target = targetOfAlias(root, key, dialect);
    if (target !== undefined && !found.has(target)) found.set(target, pointerTo(["components", "schemas", key]));
  }
  return found;
}

/** Pointer to the schema of another file that a component refers to, if the component contains nothing else. */
function targetOfAlias(root: JsonValue, key: string, dialect: Dialect): string | undefined {
  const source = valueAt(root, ["components", "schemas", key]);
  if (!isJsonObject(source) || typeof source["$ref"] !== "string" || Object.keys(source).length > 1) return undefined;
  const target = canonicalPointer(root, source["$ref"], dialect);
  return isInOtherFile(target) ? target : undefined;
}

function schemaAt(root: JsonValue, pointer: string): SchemaOrBoolean {
  return valueAt(root, pointerPath(pointer) ?? []) as unknown as SchemaOrBoolean; // `validate` has accepted it as a schema
}

/**
 * Resolves a reference through plain references to its canonical pointer. A discriminator may also use the bare name of
 * a component, such as `Order`.
 */
function canonicalPointer(root: JsonValue, reference: string, dialect: Dialect): string {
  const path = pointerPath(reference) ?? ["components", "schemas", reference];
  const pointer = pointerTo(path);
  const target = valueAt(root, path);
  // A component that is only a reference is a type with its own name. Anything else is the schema it refers to.
  if (isComponent(pointer) || !isJsonObject(target) || !isPlainReference(target, dialect)) return pointer;
  return canonicalPointer(root, String(target["$ref"]), dialect);
}

function isInOtherFile(pointer: string): boolean {
  return pointerPath(pointer)?.[0]?.startsWith("./") ?? false;
}

function isComponent(pointer: string): boolean {
  return /^#\/components\/schemas\/[^/]+$/.test(pointer);
}

/** Sorted pointers of the references to schemas that are not components. */
function findDeepPointers(root: JsonValue, references: ReadonlySet<string>, dialect: Dialect): readonly string[] {
  const pointers = Array.from(references, (reference) => canonicalPointer(root, reference, dialect));
  return [...new Set(pointers)].filter((pointer) => !isComponent(pointer)).sort(byText);
}

/** Parts of a pointer that name a location, not a subject. */
const structure: ReadonlySet<string> = new Set(
  "components schemas paths content schema properties patternProperties definitions $defs application/json".split(" "),
);

/** Parts of a pointer that distinguish schemas of the same object, with the singular noun for each. */
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

/** Keywords that follow the file in a pointer if the whole file is one schema. */
const schemaParts: ReadonlySet<string> = new Set(
  "additionalProperties allOf anyOf items not oneOf prefixItems properties".split(" "),
);

/**
 * Words of a file name, for pointers to a schema that fills its file or to a part of it: `./schemas/order.yaml` becomes
 * `Order`. If the file holds several schemas, they have their own names.
 */
function fileWords(file: string, next: string | undefined): readonly string[] {
  const isFilled = next === undefined || schemaParts.has(next);
  return isFilled ? [posix.basename(file).replace(/\.[^.]*$/, "")] : [];
}
