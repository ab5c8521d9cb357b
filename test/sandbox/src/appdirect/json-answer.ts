import type { Answer } from "../http-server.js";
import type { JsonObject } from "../json.js";

/** Creates a JSON response. */
export function jsonAnswer(status: number, body: JsonObject, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
