import { RequestValidationError } from "../errors.js";
import { described, type Issue, issuesOf } from "./issues.js";
import { isOption, type Operation, type OptionParameter } from "./operation.js";
import type { CallOptions } from "./options.js";
import { parameterParts, percentEncoded, refusal, unencoded } from "./parameter-text.js";
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
  operation: Operation<object, unknown>,
  options: CallOptions,
  clientHeaders: Headers,
  hasBody: boolean,
): Headers {
  const { responses, body } = operation;
  const accept = Object.values(responses).find((response) => response.contentType !== undefined)?.contentType;
  const headers = new globalThis.Headers({ accept: accept ?? "application/json" });
  if (hasBody && body !== undefined) headers.set("content-type", body.contentType);
  for (const source of [clientHeaders, options.headers ?? {}]) {
    for (const [name, value] of Object.entries(source)) headers.set(name, value);
  }
  for (const { parameter, parts } of given(operation, options, "header")) {
    setHeader(headers, operation, parameter, parts.join(","));
  }
  // No jar: a cookie goes with the call that it was given to, beside those that a header of the caller names.
  const cookies = given(operation, options, "cookie").flatMap(({ parts }) => parts);
  if (cookies.length > 0) headers.set("cookie", [headers.get("cookie") ?? [], cookies].flat().join("; "));
  return Object.fromEntries(headers);
}

/** The parameters of one place that the caller gave a value, written. */
function given(
  { name: operation, parameters = [] }: Operation<object, unknown>,
  options: CallOptions,
  place: "header" | "cookie",
): readonly { readonly parameter: OptionParameter; readonly parts: readonly string[] }[] {
  return parameters.filter(isOption).flatMap((parameter) => {
    const value: unknown = Reflect.get(options, parameter.option);
    if (parameter.in !== place || (value === undefined && !parameter.required)) return [];
    const { name, option: argument, style = defaults[place].style, contentType } = parameter;
    const explode = parameter.explode ?? style === "form";
    const written = { operation, name, argument, style, explode, contentType };
    const parts = parameterParts(written, value, defaults[place].encode);
    return parts.length === 0 ? [] : [{ parameter, parts }];
  });
}

/** What the standard says of each place: a header is not encoded, a cookie is. */
const defaults = {
  header: { style: "simple", encode: unencoded },
  cookie: { style: "form", encode: percentEncoded },
} as const;

/** A line end or a character beyond Latin-1 cannot stand in a header. */
function setHeader(
  headers: globalThis.Headers,
  { name: operation }: Operation<object, unknown>,
  { name, option: argument }: OptionParameter,
  value: string,
): void {
  try {
    headers.set(name, value);
  } catch (cause) {
    throw refusal({ operation, argument }, "expected text that can stand in a header", { cause });
  }
}
