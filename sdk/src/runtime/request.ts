import { RequestValidationError } from "../errors.js";
import { described, type Issue, issuesOf } from "./issues.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { isUnchecked } from "./unchecked.js";

type Headers = Readonly<Record<string, string>>;

/** The body of a call as text, held against its schema before anything is sent. */
export function requestBody(
  operation: Operation<object, unknown>,
  input: object,
  validation: "strict" | "off",
): string | undefined {
  if (operation.body === undefined) return undefined;
  const value: unknown = Reflect.get(input, "body");
  if (value === undefined && !operation.body.required) return undefined;
  if (validation === "strict") {
    const issues = issuesOf(operation.body.schema, value).filter((issue) => !isWithinUnchecked(value, issue));
    if (issues.length > 0) throw new RequestValidationError(operation.name, described(issues, value));
  }
  return JSON.stringify(value);
}

/** Whether what an issue is about was marked as unchecked, or stands in something that was. */
function isWithinUnchecked(root: unknown, { path }: Issue): boolean {
  let value = root;
  for (const key of path) {
    if (isUnchecked(value)) return true;
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return isUnchecked(value);
}

/** The headers of a call: the run-time's own, the client's, the call's, and header parameters; a later one wins. */
export function requestHeaders(
  { responses, body, parameters = [] }: Operation<object, unknown>,
  options: CallOptions,
  clientHeaders: Headers,
  hasBody: boolean,
): Headers {
  const accept = Object.values(responses).find((response) => response.contentType !== undefined)?.contentType;
  const headers = new globalThis.Headers({ accept: accept ?? "application/json" });
  if (hasBody && body !== undefined) headers.set("content-type", body.contentType);
  for (const source of [clientHeaders, options.headers ?? {}]) {
    for (const [name, value] of Object.entries(source)) headers.set(name, value);
  }
  for (const parameter of parameters) {
    const value: unknown = parameter.in === "header" ? Reflect.get(options, parameter.option) : undefined;
    if (value !== undefined) headers.set(parameter.name, String(value));
  }
  return Object.fromEntries(headers);
}
