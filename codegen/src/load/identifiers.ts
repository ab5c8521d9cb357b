import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  pointerPath,
  pointerTo,
  valueAt,
} from "../json/index.js";

/** Keywords that name a schema or refer to one by name (JSON Schema 2020-12, section 8.2). */
export const identifierKeywords: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor", "$dynamicRef"]);

/**
 * Rewrites references that use a schema's `$id`, `$anchor` or `$dynamicAnchor` into pointers. Leaves unknown names
 * alone; `validate` rejects them where they matter.
 *
 * A `$dynamicRef` becomes a `$ref` to its lexical target. A type cannot express which schema it would mean from an
 * outer scope.
 */
export function resolveIdentifiers(root: JsonObject, main: string): void {
  const walk = new IdentifierWalk();
  for (const [key, value] of Object.entries(root)) {
    if (key.startsWith("./")) walk.visit(value, { path: [key], resource: [key], base: baseOf(key.slice(2)) });
  }
  walk.visit(root, { path: [], resource: [], base: baseOf(main) });
  for (const { holder, key, scope } of walk.references) {
    const written = String(holder[key]);
    const path = resolveReference(root, written, scope, walk.schemas);
    if (path !== undefined || key === "$dynamicRef") {
      Reflect.set(holder, "$ref", path === undefined ? written : pointerTo(path));
    }
  }
}

/**
 * Rewrites references below an `$id` that resolve against it to a schema in the same file (JSON Schema 2020-12, section
 * 8.2.3). Below `https://a.example/order.json`, `line.json` refers to the schema with the `$id`
 * `https://a.example/line.json`. All other references remain file paths.
 */
export function resolveResources(root: JsonObject, file: string): void {
  const walk = new IdentifierWalk();
  const base = baseOf(file);
  walk.visit(root, { path: [], resource: [], base });
  for (const { holder, key, scope } of walk.references) {
    const reference = String(holder[key]);
    if (key !== "$ref" || scope.base === base || reference.startsWith("#")) continue;
    const path = resolveReference(root, reference, scope, walk.schemas);
    if (path !== undefined) Reflect.set(holder, key, pointerTo(path));
  }
}

/** Location of a value, and the base of references in it. */
interface Scope {
  readonly path: JsonPath;
  /** Path of the enclosing file or of the enclosing schema with an `$id`. */
  readonly resource: JsonPath;
  readonly base: string;
}

interface ScopedReference {
  readonly holder: JsonObject;
  readonly key: "$ref" | "$dynamicRef";
  readonly scope: Scope;
}

/** Base URI for a file. Only this module uses these URIs; nothing is fetched from them. */
function baseOf(file: string): string {
  return new URL(encodeURI(file), "document:///").href;
}

/** Keywords that hold data instead of schemas. Identifiers in them have no meaning. */
const dataKeywords: ReadonlySet<string> = new Set(["example", "examples", "default", "const", "enum"]);

/** Keywords that map names to schemas. The names are chosen by the author and may equal a keyword. */
const mapKeywords: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "schemas",
  "dependentSchemas",
]);

class IdentifierWalk {
  /** Paths of schemas by URI. The first schema with a URI wins. */
  readonly schemas = new Map<string, JsonPath>();
  readonly references: ScopedReference[] = [];
  readonly #seen = new Set<JsonValue>();

  visit(value: JsonValue, scope: Scope, isMap = false): void {
    if (typeof value !== "object" || value === null || this.#seen.has(value)) return;
    this.#seen.add(value);
    const inner = isJsonObject(value) && !isMap ? this.#identify(value, scope) : scope;
    for (const [key, child] of Object.entries(value)) {
      if (!isMap && dataKeywords.has(key)) continue;
      const path = [...scope.path, Array.isArray(value) ? Number(key) : key];
      this.visit(child, { ...inner, path }, !isMap && mapKeywords.has(key));
    }
  }

  #identify(schema: JsonObject, outer: Scope): Scope {
    const id = schema["$id"];
    const base = typeof id === "string" ? uriOf(id, outer.base)?.href.replace(/#.*$/s, "") : undefined;
    const scope = base === undefined ? outer : { path: outer.path, resource: outer.path, base };
    this.#name(scope.base, scope.resource);
    for (const anchor of [schema["$anchor"], schema["$dynamicAnchor"]]) {
      if (typeof anchor === "string") this.#name(`${scope.base}#${anchor}`, scope.path);
    }
    for (const key of ["$ref", "$dynamicRef"] as const) {
      if (typeof schema[key] === "string") this.references.push({ holder: schema, key, scope });
    }
    return scope;
  }

  #name(uri: string, path: JsonPath): void {
    if (!this.schemas.has(uri)) this.schemas.set(uri, path);
  }
}

/**
 * Resolves a reference in its scope to a path. Returns `undefined` for pointers that already resolve and for references
 * that lead nowhere.
 */
function resolveReference(
  root: JsonObject,
  reference: string,
  { base, resource }: Scope,
  schemas: ReadonlyMap<string, JsonPath>,
): JsonPath | undefined {
  const pointer = pointerPath(reference);
  if (pointer !== undefined) {
    const [first] = pointer;
    const isOfFile = first?.startsWith("./") === true;
    if (isOfFile && first !== resource[0]) return undefined;
    // The standard resolves a pointer within the enclosing schema with an `$id`, although most authors mean the
    // document.
    const inResource = [...resource, ...pointer.slice(isOfFile ? 1 : 0)];
    return valueAt(root, pointer) === undefined && valueAt(root, inResource) !== undefined ? inResource : undefined;
  }
  const uri = uriOf(reference, base);
  if (uri === undefined) return undefined;
  const fragment = pointerPath(uri.hash === "" ? "#" : uri.hash);
  const whole = uri.href.replace(/#.*$/s, "");
  if (fragment === undefined) return schemas.get(uri.href);
  const start = schemas.get(whole);
  return start === undefined ? undefined : [...start, ...fragment];
}

function uriOf(reference: string, base: string): URL | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base) : undefined;
}
