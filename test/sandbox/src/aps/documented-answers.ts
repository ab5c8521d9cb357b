import type { Answer } from "../http-server.js";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import type { Route } from "../router.js";
import { apsAnswer, apsNoContent } from "./bus-answer.js";
import { documentedOperations, resolved } from "./documented-operations.js";

/**
 * A route for every operation of the APS document, which answers what the document gives as its example. For calls that
 * have no behaviour here: nothing is looked up and nothing changes, and the header `X-Sandbox-Answer: example` says so.
 */
export function documentedRoutes(): readonly Route[] {
  return documentedOperations.flatMap(({ path, method, operation }) => {
    const answer = exampleAnswer(property(operation, "responses"));
    return answer === undefined ? [] : [{ path, methods: { [method]: () => answer } }];
  });
}

/** The first success that the document describes. */
function exampleAnswer(responses: Json | undefined): Answer | undefined {
  if (!isJsonObject(responses)) return undefined;
  const [status, described] = Object.entries(responses).find(([key]) => key.startsWith("2")) ?? [];
  if (status === undefined) return undefined;
  const content = property(resolved(described), "content");
  const headers = { "X-Sandbox-Answer": "example" };
  if (content === undefined) return { ...apsNoContent, headers: { ...apsNoContent.headers, ...headers } };
  const [example = null] = Object.values(objectOf(property(property(content, "application/json"), "examples")));
  return apsAnswer(/^\d+$/.test(status) ? Number(status) : 200, property(resolved(example), "value") ?? null, headers);
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
