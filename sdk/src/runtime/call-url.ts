import { RequestValidationError } from "../errors.js";
import type { OptionParameter } from "./operation.js";

/** What a URL is made of. */
export interface UrlParts {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly baseUrl: string;
  /** Path template. */
  readonly path: string;
  /** Path parameters among other arguments. */
  readonly input: object;
  readonly parameters: readonly OptionParameter[];
  /** Query parameters among other options. */
  readonly options: object;
  /** RQL, finished; empty for none. */
  readonly rql: string;
}

/** The URL of a call as one text: parameters encoded, RQL as it is. */
export function callUrl(parts: UrlParts): string {
  const query = [...queryParameters(parts), ...(parts.rql === "" ? [] : [parts.rql])].join("&");
  return guarded(parts.operation, `${parts.baseUrl}${pathOf(parts)}${query === "" ? "" : `?${query}`}`);
}

/**
 * Refuses a URL that the transport would rewrite. What is signed is what is sent, and only a URL that comes out of the
 * parser as it went in is both. It also stops text that would leave its place, such as a path segment `..`.
 */
export function guarded(operation: string, url: string): string {
  if (URL.canParse(url) && new URL(url).href === url) return url;
  const sent = URL.canParse(url) ? `it would be sent as ${new URL(url).href}` : "it is not a URL";
  throw new RequestValidationError(operation, [{ path: "$", message: `the URL ${url} cannot be used: ${sent}` }]);
}

function pathOf({ operation, path, input }: UrlParts): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value: unknown = Reflect.get(input, name);
    if (!isScalar(value) || value === "") throw refusal(operation, name, "expected text that is not empty");
    return encoded(operation, name, value);
  });
}

function queryParameters({ operation, parameters, options }: UrlParts): readonly string[] {
  return parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, option, required }) => {
      const value: unknown = Reflect.get(options, option);
      if (value === undefined && !required) return [];
      if (!isScalar(value)) throw refusal(operation, option, "expected text, a number or a boolean");
      return [`${encoded(operation, name, name)}=${encoded(operation, option, value)}`];
    });
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** RFC 3986 section 2.3: all but the unreserved characters, which `encodeURIComponent` leaves five short of. */
function encoded(operation: string, name: string, value: string | number | boolean): string {
  try {
    return encodeURIComponent(value).replace(/[!'()*]/g, (character) => {
      return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    });
  } catch (cause) {
    throw refusal(operation, name, "expected text without lone surrogates", { cause });
  }
}

function refusal(operation: string, name: string, message: string, options?: ErrorOptions): RequestValidationError {
  return new RequestValidationError(operation, [{ path: `$.${name}`, message }], options);
}
