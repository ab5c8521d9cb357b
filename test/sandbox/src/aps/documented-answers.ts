import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import type { Answer } from "../http-server.js";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import type { Route } from "../router.js";
import { apsAnswer, apsNoContent } from "./bus-answer.js";

/**
 * A route for every operation of the APS document, which answers what the document gives as its example. For calls that
 * have no behaviour here: nothing is looked up and nothing changes, and the header `X-Sandbox-Answer: example` says so.
 *
 * @param services APS IDs of services by their aliases, since a service may be called by either.
 */
export function documentedRoutes(services: Readonly<Record<string, string>>): readonly Route[] {
  const document: Json = parse(
    readFileSync(createRequire(import.meta.url).resolve("@apsdirect/spec/aps.yaml"), "utf8"),
  );
  const paths = property(document, "paths");
  if (!isJsonObject(paths)) return [];
  // The fewer parameters a path has, the more it says.
  return Object.entries(paths)
    .sort(([one], [other]) => parameterCount(one) - parameterCount(other))
    .map(([path, item]) => ({ path: patternOf(path, services), methods: methodsOf(item, document) }));
}

function parameterCount(path: string): number {
  return path.split("{").length - 1;
}

function patternOf(path: string, services: Readonly<Record<string, string>>): RegExp {
  const template = path.replaceAll(/\{[^}]+\}/g, "[^/]+");
  const [, alias = "", rest = ""] = /^\/aps\/2\/services\/([a-z-]+)(\/.*)$/.exec(template) ?? [];
  const id = Object.hasOwn(services, alias) ? services[alias] : undefined;
  return new RegExp(id === undefined ? `^${template}$` : `^/aps/2/(?:services/${alias}|resources/${id})${rest}$`);
}

function methodsOf(item: Json, document: Json): Route["methods"] {
  if (!isJsonObject(item)) return {};
  const answers = Object.entries(item).flatMap(([method, operation]) => {
    const answer = exampleAnswer(property(operation, "responses"), document);
    return answer === undefined ? [] : [[method.toUpperCase(), () => answer] as const];
  });
  return Object.fromEntries(answers);
}

/** The first success that the document describes. */
function exampleAnswer(responses: Json | undefined, document: Json): Answer | undefined {
  if (!isJsonObject(responses)) return undefined;
  const [status, described] = Object.entries(responses).find(([key]) => key.startsWith("2")) ?? [];
  if (status === undefined) return undefined;
  const content = property(resolved(described, document), "content");
  const headers = { "X-Sandbox-Answer": "example" };
  if (content === undefined) return { ...apsNoContent, headers: { ...apsNoContent.headers, ...headers } };
  const [example = null] = Object.values(objectOf(property(property(content, "application/json"), "examples")));
  return apsAnswer(
    /^\d+$/.test(status) ? Number(status) : 200,
    property(resolved(example, document), "value") ?? null,
    headers,
  );
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** What a reference within the document leads to. */
function resolved(value: Json | undefined, document: Json): Json | undefined {
  const reference = property(value, "$ref");
  if (typeof reference !== "string") return value;
  const keys = reference.slice("#/".length).split("/");
  return resolved(keys.reduce<Json | undefined>(property, document), document);
}
