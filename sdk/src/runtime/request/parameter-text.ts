import { RequestValidationError } from "../../errors/index.js";
import { type ParameterStyle, parseDate, toPlainText } from "../schema/index.js";

/** Parameter to serialize. */
export interface WrittenParameter {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  /** Name on the wire. */
  readonly name: string;
  /** Name in the program, for errors. */
  readonly argument: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Media type of a value that is serialized as content, usually JSON. */
  readonly contentType?: string | undefined;
}

/** Encodes text for its place in the request. */
export type Encode = (text: string) => string;

/**
 * Serializes a value for a path, a query, a header or a cookie, following the part of RFC 6570 that OpenAPI uses.
 * Returns parts that the caller joins, because each place has its own separator. An empty list has no parts.
 */
export function writeParameter(parameter: WrittenParameter, value: unknown, encode: Encode): readonly string[] {
  const write = (text: string): string => encodeText(parameter, text, encode);
  const form = forms[parameter.style];
  const named = (text: string): string => (form.isNamed ? `${write(parameter.name)}=${text}` : text);
  if (parameter.contentType !== undefined) return [named(write(formatContent(value, parameter.contentType)))];
  if (parameter.style === "deepObject") return writeDeepObject(parameter, write(parameter.name), value, write);
  if (isScalar(value)) return [named(write(toPlainText(value)))];
  if (Array.isArray(value)) {
    const items = value.map((item) => write(formatScalar(parameter, item)));
    if (items.length === 0) return [];
    return parameter.explode ? items.map(named) : [named(items.join(form.delimiter))];
  }
  const pairs = listProperties(parameter, value).map(([key, item]) => [
    write(key),
    write(formatScalar(parameter, item)),
  ]);
  if (pairs.length === 0) return [];
  return parameter.explode ? pairs.map((pair) => pair.join("=")) : [named(pairs.flat().join(form.delimiter))];
}

/** Form of each style: `isNamed` puts the name in front of a value; `delimiter` separates the items of one value. */
const forms: { readonly [S in ParameterStyle]: { readonly isNamed: boolean; readonly delimiter: string } } = {
  simple: { isNamed: false, delimiter: "," },
  label: { isNamed: false, delimiter: "," },
  matrix: { isNamed: true, delimiter: "," },
  form: { isNamed: true, delimiter: "," },
  // A query cannot contain raw spaces, pipes or brackets (RFC 3986 section 3.4), and servers refuse them.
  spaceDelimited: { isNamed: true, delimiter: "%20" },
  pipeDelimited: { isNamed: true, delimiter: "%7C" },
  deepObject: { isNamed: true, delimiter: "," },
  cookie: { isNamed: true, delimiter: "," },
};

/**
 * Serializes a nested object, such as `filter[price][gt]=5`. OpenAPI defines only one level; deeper levels add more
 * brackets, and a list repeats its name.
 */
function writeDeepObject(parameter: WrittenParameter, name: string, value: unknown, write: Encode): readonly string[] {
  if (isScalar(value)) return [`${name}=${write(toPlainText(value))}`];
  if (Array.isArray(value)) return value.map((item) => `${name}=${write(formatScalar(parameter, item))}`);
  return listProperties(parameter, value).flatMap(([key, item]) => {
    return writeDeepObject(parameter, `${name}%5B${write(key)}%5D`, item, write);
  });
}

/** Serializes a value as the media type requires. */
function formatContent(value: unknown, contentType: string): string {
  return /[/+]json\b/i.test(contentType) ? JSON.stringify(value) : toPlainText(value);
}

function isScalar(value: unknown): value is string | number | boolean | Date {
  if (value instanceof Date) return parseDate(value) !== undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function formatScalar(parameter: WrittenParameter, value: unknown): string {
  if (!isScalar(value)) throw createParameterError(parameter, "expected text, a number or a boolean");
  return toPlainText(value);
}

/** Lists the properties of an object, except undefined ones. */
function listProperties(parameter: WrittenParameter, value: unknown): readonly (readonly [string, unknown])[] {
  if (value instanceof Date) throw createParameterError(parameter, "expected a valid Date");
  if (typeof value !== "object" || value === null) {
    throw createParameterError(parameter, "expected text, a number, a boolean, a list or an object");
  }
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function encodeText(parameter: WrittenParameter, text: string, encode: Encode): string {
  try {
    return encode(text);
  } catch (cause) {
    throw createParameterError(parameter, "expected text without lone surrogates", { cause });
  }
}

/** Creates the error for an argument that cannot be serialized. */
export function createParameterError(
  { operation, argument }: Pick<WrittenParameter, "operation" | "argument">,
  message: string,
  options?: ErrorOptions,
): RequestValidationError {
  return new RequestValidationError(operation, [{ path: `$.${argument}`, message }], options);
}

/** Encodes all but the unreserved characters (RFC 3986 section 2.3). `encodeURIComponent` misses five of them. */
export function encodeParameter(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

/**
 * Encodes a value with `allowReserved`: keeps reserved characters, except those that would end the value, decode to a
 * space, or be rewritten by the URL parser.
 */
export function encodeUnreserved(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("'", "%27")
    .replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}

/** Returns the text unchanged: headers are not encoded. */
export function keepUnencoded(text: string): string {
  return text;
}
