import type { OutgoingResponse } from "../http-server.js";
import type { JsonObject } from "../json.js";

/** Creates a JSON response. */
export function jsonResponse(
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return { status, headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
