import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import { serviceIds } from "./seed.js";

/** Operation of the APS document. */
export interface DocumentedOperation {
  /**
   * Pattern of the paths of its calls, with or without a trailing slash. A service may be addressed by its alias or its
   * APS ID.
   */
  readonly path: RegExp;
  /** Path template in the document. */
  readonly template: string;
  readonly method: string;
  readonly operation: JsonObject;
  /** Parameters that all operations of the path share. */
  readonly shared: readonly Json[];
}

// Read first and only once, because the following constants depend on it.
const apsDocument: Json = parse(
  readFileSync(createRequire(import.meta.url).resolve("@apsdirect/spec/aps.yaml"), "utf8"),
);

/** All operations of the APS document. Paths with fewer parameters are more specific and come first. */
export const documentedOperations: readonly DocumentedOperation[] = readOperations();

/** Schemas of the document. */
export function documentedSchemas(): readonly JsonObject[] {
  const schemas = property(property(apsDocument, "components"), "schemas");
  return Object.values(isJsonObject(schemas) ? schemas : {}).filter(isJsonObject);
}

/** Resolves a reference within the document. Returns other values unchanged. */
export function resolveReference(value: Json | undefined): Json | undefined {
  const reference = property(value, "$ref");
  if (typeof reference !== "string") return value;
  const keys = reference.slice("#/".length).split("/");
  return resolveReference(keys.reduce<Json | undefined>(property, apsDocument));
}

function readOperations(): readonly DocumentedOperation[] {
  const paths = property(apsDocument, "paths");
  return Object.entries(isJsonObject(paths) ? paths : {})
    .sort(([one], [other]) => parameterCount(one) - parameterCount(other))
    .flatMap(([path, item]) => operationsOf(path, isJsonObject(item) ? item : {}));
}

function operationsOf(path: string, item: JsonObject): readonly DocumentedOperation[] {
  const parameters = item["parameters"];
  const shared: readonly Json[] = Array.isArray(parameters) ? parameters : [];
  return Object.entries(item).flatMap(([method, operation]) => {
    if (!isJsonObject(operation)) return [];
    return [{ path: patternOf(path), template: path, method: method.toUpperCase(), operation, shared }];
  });
}

function parameterCount(path: string): number {
  return path.split("{").length - 1;
}

function patternOf(path: string): RegExp {
  const template = path.replaceAll(/\{[^}]+\}/g, "[^/]+");
  const [, alias = "", rest = ""] = /^\/aps\/2\/services\/([a-z-]+)(\/.*)$/.exec(template) ?? [];
  const id = new Map<string, string>(Object.entries(serviceIds)).get(alias);
  return new RegExp(id === undefined ? `^${template}/?$` : `^/aps/2/(?:services/${alias}|resources/${id})${rest}/?$`);
}
