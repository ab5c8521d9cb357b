import { headerText, isHeaderText } from "../../oauth1/signers/index.js";
import { isOption, type Operation, type OptionParameter } from "../schema/index.js";
import type { CallOptions } from "./call-options.js";
import { createParameterError, encodeParameter, keepUnencoded, writeParameter } from "./parameter-text.js";
import type { WrittenBody } from "./written-body.js";

type Headers = Readonly<Record<string, string>>;

/** Builds the headers of a call from the SDK's, the client's, the call's and the header parameters. The last wins. */
export function writeHeaders(
  operation: Operation<object, unknown>,
  options: CallOptions,
  clientHeaders: Headers,
  body: WrittenBody | undefined,
): Headers {
  const own = { accept: buildAccept(operation), ...(body?.contentType && { "content-type": body.contentType }) };
  const others = [clientHeaders, options.headers ?? {}].flatMap(Object.entries);
  const parameters = writeGivenParameters(operation, options, "header");
  const cookies = writeGivenParameters(operation, options, "cookie").flatMap(({ parts }) => parts);
  if (others.length + parameters.length + cookies.length === 0) return own;
  const headers = new globalThis.Headers(own);
  for (const [name, value] of others) headers.set(name, headerText(name, value));
  // The runtime sets the type of a multipart body, because only it knows the boundary.
  if (body !== undefined && body.contentType === undefined) headers.delete("content-type");
  for (const { parameter, parts } of parameters) setHeader(headers, operation, parameter, parts.join(","));
  // There is no cookie jar: cookie parameters are sent with this call only, after those in the caller's own header.
  if (cookies.length > 0) headers.set("cookie", [headers.get("cookie") ?? [], cookies].flat().join("; "));
  return Object.fromEntries(headers);
}

/** Accept header of each operation, built once. */
const accepted = new WeakMap<Operation<object, unknown>, string>();

function buildAccept(operation: Operation<object, unknown>): string {
  const known = accepted.get(operation);
  if (known !== undefined) return known;
  const types = Object.values(operation.responses).flatMap(({ contentType = [] }) => contentType);
  const accept = [...new Set(types)].join(", ") || "application/json";
  accepted.set(operation, accept);
  return accept;
}

/** Serializes the header or cookie parameters that have a value. */
function writeGivenParameters(
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

/** OpenAPI defaults for each place: headers are not encoded, cookies are. */
const defaults = {
  header: { style: "simple", encode: keepUnencoded },
  cookie: { style: "form", encode: encodeParameter },
} as const;

const COOKIE_TEXT =
  "expected text that a cookie can contain unencoded: no space, semicolon, quotation mark or backslash";

/** True if a cookie can contain the text as it is (RFC 6265 section 4.1.1). The style `cookie` encodes nothing. */
function isCookieText(text: string): boolean {
  return !/[^\x21-\x7e]|[;"\\]/.test(text);
}

/** Sets a header. Its value cannot contain line ends or characters outside Latin-1. */
function setHeader(
  headers: globalThis.Headers,
  { name: operation }: Operation<object, unknown>,
  { name, option: argument }: OptionParameter,
  value: string,
): void {
  // The error of `Headers` is not the cause: it shows the value, which may be a key.
  if (!isHeaderText(value))
    throw createParameterError({ operation, argument }, "expected text that a header can contain");
  headers.set(name, value);
}
