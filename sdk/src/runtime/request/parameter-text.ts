import { RequestValidationError } from "../../errors/index.js";
import { type ParameterStyle, parseDate, toPlainText } from "../schema/index.js";

/** What decides how a value is written. */
export interface WrittenParameter {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  /** On the wire. */
  readonly name: string;
  /** In the program, for errors. */
  readonly argument: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Of a value that is text of another kind inside the parameter: JSON, mostly. */
  readonly contentType?: string | undefined;
}

/** Makes text fit for the place where it will stand. */
export type Encode = (text: string) => string;

/**
 * A value as the parts that stand in a path, a query, a header or a cookie: RFC 6570, as far as OpenAPI uses it. The
 * place joins them, since each place has its own separator. Nothing to say, such as an empty list, has no part.
 */
export function writeParameter(parameter: WrittenParameter, value: unknown, encode: Encode): readonly string[] {
  const write = (text: string): string => encoded(parameter, text, encode);
  const form = forms[parameter.style];
  const named = (text: string): string => (form.isNamed ? `${write(parameter.name)}=${text}` : text);
  if (parameter.contentType !== undefined) return [named(write(contentText(value, parameter.contentType)))];
  if (parameter.style === "deepObject") return deepParts(parameter, write(parameter.name), value, write);
  if (isScalar(value)) return [named(write(toPlainText(value)))];
  if (Array.isArray(value)) {
    const items = value.map((item) => write(scalarText(parameter, item)));
    if (items.length === 0) return [];
    return parameter.explode ? items.map(named) : [named(items.join(form.delimiter))];
  }
  const pairs = pairsOf(parameter, value).map(([key, item]) => [write(key), write(scalarText(parameter, item))]);
  if (pairs.length === 0) return [];
  return parameter.explode ? pairs.map((pair) => pair.join("=")) : [named(pairs.flat().join(form.delimiter))];
}

/** One line per style: whether the name stands before a value, and what stands between the items of one value. */
const forms: { readonly [S in ParameterStyle]: { readonly isNamed: boolean; readonly delimiter: string } } = {
  simple: { isNamed: false, delimiter: "," },
  label: { isNamed: false, delimiter: "," },
  matrix: { isNamed: true, delimiter: "," },
  form: { isNamed: true, delimiter: "," },
  // A blank, a pipe and brackets cannot stand in a query as they are (RFC 3986 section 3.4), and servers refuse them.
  spaceDelimited: { isNamed: true, delimiter: "%20" },
  pipeDelimited: { isNamed: true, delimiter: "%7C" },
  deepObject: { isNamed: true, delimiter: "," },
  cookie: { isNamed: true, delimiter: "," },
};

/** `filter[price][gt]=5`. OpenAPI stops at one level; the brackets go on, and a list repeats its name. */
function deepParts(parameter: WrittenParameter, name: string, value: unknown, write: Encode): readonly string[] {
  if (isScalar(value)) return [`${name}=${write(toPlainText(value))}`];
  if (Array.isArray(value)) return value.map((item) => `${name}=${write(scalarText(parameter, item))}`);
  return pairsOf(parameter, value).flatMap(([key, item]) => {
    return deepParts(parameter, `${name}%5B${write(key)}%5D`, item, write);
  });
}

/** A value as the text of a media type. */
function contentText(value: unknown, contentType: string): string {
  return /[/+]json\b/i.test(contentType) ? JSON.stringify(value) : toPlainText(value);
}

function isScalar(value: unknown): value is string | number | boolean | Date {
  if (value instanceof Date) return parseDate(value) !== undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function scalarText(parameter: WrittenParameter, value: unknown): string {
  if (!isScalar(value)) throw createParameterError(parameter, "expected text, a number or a boolean");
  return toPlainText(value);
}

/** The properties of an object that are there. */
function pairsOf(parameter: WrittenParameter, value: unknown): readonly (readonly [string, unknown])[] {
  if (value instanceof Date) throw createParameterError(parameter, "expected a Date that is valid");
  if (typeof value !== "object" || value === null) {
    throw createParameterError(parameter, "expected text, a number, a boolean, a list or an object");
  }
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function encoded(parameter: WrittenParameter, text: string, encode: Encode): string {
  try {
    return encode(text);
  } catch (cause) {
    throw createParameterError(parameter, "expected text without lone surrogates", { cause });
  }
}

/** The error for an argument that cannot be written. */
export function createParameterError(
  { operation, argument }: Pick<WrittenParameter, "operation" | "argument">,
  message: string,
  options?: ErrorOptions,
): RequestValidationError {
  return new RequestValidationError(operation, [{ path: `$.${argument}`, message }], options);
}

/** RFC 3986 section 2.3: all but the unreserved characters, which `encodeURIComponent` leaves five short of. */
export function encodeParameter(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

/**
 * With `allowReserved`: the reserved characters stay as they are, but for those that would end the value, be read as a
 * blank, or be rewritten on the way.
 */
export function encodeUnreserved(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("'", "%27")
    .replace(/%(?:3A|2F|3F|40|24|2C|3B|3D)/g, decodeURIComponent);
}

/** What a header carries is not encoded. */
export function keepUnencoded(text: string): string {
  return text;
}
