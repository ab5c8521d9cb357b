import { headerText, isHeaderText } from "../../oauth1/signers/index.js";
import { isOption, type Operation, type OptionParameter } from "../schema/index.js";
import type { CallOptions } from "./call-options.js";
import { createParameterError, encodeParameter, keepUnencoded, writeParameter } from "./parameter-text.js";
import type { WrittenBody } from "./written-body.js";

type Headers = Readonly<Record<string, string>>;

/** The headers of a call: the run-time's own, the client's, the call's, and header parameters; a later one wins. */
export function writeHeaders(
  operation: Operation<object, unknown>,
  options: CallOptions,
  clientHeaders: Headers,
  body: WrittenBody | undefined,
): Headers {
  const own = { accept: buildAccept(operation), ...(body?.contentType && { "content-type": body.contentType }) };
  const others = [clientHeaders, options.headers ?? {}].flatMap(Object.entries);
  const parameters = findGiven(operation, options, "header");
  const cookies = findGiven(operation, options, "cookie").flatMap(({ parts }) => parts);
  if (others.length + parameters.length + cookies.length === 0) return own;
  const headers = new globalThis.Headers(own);
  for (const [name, value] of others) headers.set(name, headerText(name, value));
  // Only the platform knows the boundary of a multipart body, and writes it where nothing stands.
  if (body !== undefined && body.contentType === undefined) headers.delete("content-type");
  for (const { parameter, parts } of parameters) setHeader(headers, operation, parameter, parts.join(","));
  // No jar: a cookie goes with the call that it was given to, beside those that a header of the caller names.
  if (cookies.length > 0) headers.set("cookie", [headers.get("cookie") ?? [], cookies].flat().join("; "));
  return Object.fromEntries(headers);
}

/** Media types that an operation may answer with, worked out once. */
const accepted = new WeakMap<Operation<object, unknown>, string>();

function buildAccept(operation: Operation<object, unknown>): string {
  const known = accepted.get(operation);
  if (known !== undefined) return known;
  const types = Object.values(operation.responses).flatMap(({ contentType = [] }) => contentType);
  const accept = [...new Set(types)].join(", ") || "application/json";
  accepted.set(operation, accept);
  return accept;
}

/** The parameters of one place that the caller gave a value, written. */
function findGiven(
  { name: operation, parameters = [] }: Operation<object, unknown>,
  options: CallOptions,
  place: "header" | "cookie",
): readonly { readonly parameter: OptionParameter; readonly parts: readonly string[] }[] {
  return parameters.filter(isOption).flatMap((parameter) => {
    const value: unknown = Reflect.get(options, parameter.option);
    if (parameter.in !== place || (value === undefined && !parameter.required)) return [];
    const { name, option: argument, style = defaults[place].style, contentType } = parameter;
    const isCookie = style === "cookie";
    const explode = parameter.explode ?? (isCookie || style === "form");
    const written = { operation, name, argument, style, explode, contentType };
    const parts = writeParameter(written, value, isCookie ? keepUnencoded : defaults[place].encode);
    if (isCookie && !parts.every(isCookieText)) throw createParameterError(written, COOKIE_TEXT);
    return parts.length === 0 ? [] : [{ parameter, parts }];
  });
}

/** What the standard says of each place: a header is not encoded, a cookie is. */
const defaults = {
  header: { style: "simple", encode: keepUnencoded },
  cookie: { style: "form", encode: encodeParameter },
} as const;

const COOKIE_TEXT =
  "expected text that can stand in a cookie as it is: no blank, semicolon, quotation mark or backslash";

/** RFC 6265 section 4.1.1: what the style `cookie`, which encodes nothing, must not write. */
function isCookieText(text: string): boolean {
  return !/[^\x21-\x7e]|[;"\\]/.test(text);
}

/** A line end or a character beyond Latin-1 cannot stand in a header. */
function setHeader(
  headers: globalThis.Headers,
  { name: operation }: Operation<object, unknown>,
  { name, option: argument }: OptionParameter,
  value: string,
): void {
  // Not with the error of `Headers` as its cause: that shows the value, which may be a key.
  if (!isHeaderText(value))
    throw createParameterError({ operation, argument }, "expected text that can stand in a header");
  headers.set(name, value);
}
