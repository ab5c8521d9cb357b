import { RequestValidationError } from "../../errors/index.js";
import type { Safety } from "../../http/safety.js";
import type { CallOptions } from "../request/call-options.js";
import type { Operation } from "../schema/index.js";

/** Safety of an operation whose document does not state it: the safety of its HTTP method, or always `unsafe`. */
export type UnmarkedSafety = "by-method" | "unsafe";

/** Safety of HTTP methods (RFC 9110 section 9.2; QUERY is defined as safe outside of it). All others are unsafe. */
const safetyByMethod: Readonly<Record<string, Safety>> = {
  GET: "safe",
  HEAD: "safe",
  OPTIONS: "safe",
  QUERY: "safe",
  TRACE: "safe",
  PUT: "idempotent",
  DELETE: "idempotent",
};

/**
 * Decides the safety of a call: from its options, the document, or the HTTP method.
 *
 * @throws RequestValidationError if the option has another value. A misspelt value must not allow a second order.
 */
export function decideSafety(
  { name, method, safety: stated }: Operation<object, unknown>,
  { safety: chosen }: CallOptions,
  unmarked: UnmarkedSafety,
): Safety {
  if (chosen !== undefined && !isSafety(chosen)) {
    const message = 'expected "safe", "idempotent" or "unsafe"';
    throw new RequestValidationError(name, [{ path: "$.safety", message }]);
  }
  const byMethod = unmarked === "by-method" ? safetyByMethod[method.toUpperCase()] : undefined;
  return chosen ?? stated ?? byMethod ?? "unsafe";
}

function isSafety(value: unknown): value is Safety {
  return value === "safe" || value === "idempotent" || value === "unsafe";
}
