import type { OutgoingResponse } from "../http-server.js";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import type { Route } from "../router.js";
import { apsNoContent, apsResponse } from "./bus-response.js";
import { documentedOperations, resolveReference } from "./documented-operations.js";

/**
 * Creates a route for every operation of the APS document that returns the document's example. Used for calls without
 * behavior in the sandbox: they look nothing up and change nothing, and the header `X-Sandbox-Answer: example` marks
 * the response.
 */
export function createExampleRoutes(): readonly Route[] {
  return documentedOperations.flatMap(({ path, method, operation }) => {
    const answer = exampleResponse(property(operation, "responses"));
    return answer === undefined ? [] : [{ path, methods: { [method]: () => answer } }];
  });
}

/** First documented success response. */
function exampleResponse(responses: Json | undefined): OutgoingResponse | undefined {
  if (!isJsonObject(responses)) return undefined;
  const [status, described] = Object.entries(responses).find(([key]) => key.startsWith("2")) ?? [];
  if (status === undefined) return undefined;
  const content = property(resolveReference(described), "content");
  const headers = { "X-Sandbox-Answer": "example" };
  if (content === undefined) return { ...apsNoContent, headers: { ...apsNoContent.headers, ...headers } };
  const [example = null] = Object.values(objectOf(property(property(content, "application/json"), "examples")));
  return apsResponse(
    /^\d+$/.test(status) ? Number(status) : 200,
    property(resolveReference(example), "value") ?? null,
    headers,
  );
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
