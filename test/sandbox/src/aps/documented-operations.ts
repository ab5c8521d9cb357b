import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import { serviceIds } from "./seed.js";

/** An operation of the APS document. */
export interface DocumentedOperation {
  /** What the paths of its calls look like, a slash at the end or not. A service may be called by its alias or by its APS ID. */
  readonly path: RegExp;
  /** The path as the document writes it. */
  readonly template: string;
  readonly method: string;
  readonly operation: JsonObject;
  /** Parameters that it shares with the other operations of its path. */
  readonly shared: readonly Json[];
}

// Read once, and first, since what follows is made of it.
const apsDocument: Json = parse(
  readFileSync(createRequire(import.meta.url).resolve("@apsdirect/spec/aps.yaml"), "utf8"),
);

/** Every operation of the APS document. The fewer parameters a path has, the more it says, and the earlier it stands. */
export const documentedOperations: readonly DocumentedOperation[] = readOperations();

/** The schemas of the document. */
export function documentedSchemas(): readonly JsonObject[] {
  const schemas = property(property(apsDocument, "components"), "schemas");
  return Object.values(isJsonObject(schemas) ? schemas : {}).filter(isJsonObject);
}

/** What a reference within the document leads to; all else is itself. */
export function resolved(value: Json | undefined): Json | undefined {
  const reference = property(value, "$ref");
  if (typeof reference !== "string") return value;
  const keys = reference.slice("#/".length).split("/");
  return resolved(keys.reduce<Json | undefined>(property, apsDocument));
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
