import { RequestValidationError } from "../../errors/index.js";
import { isOption, type OperationParameter, type ParameterStyle } from "../schema/index.js";
import { createParameterError, encodeParameter, encodeUnreserved, writeParameter } from "./parameter-text.js";

/** What a URL is made of. */
export interface UrlParts {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly baseUrl: string;
  /** Path template. */
  readonly path: string;
  /** Path parameters among other arguments. */
  readonly input: object;
  readonly parameters: readonly OperationParameter[];
  /** Query parameters among other options. */
  readonly options: object;
  /** RQL, finished; empty for none. */
  readonly rql: string;
}

/** The URL of a call as one text: parameters encoded, RQL as it is. */
export function buildUrl(parts: UrlParts): string {
  const query = [...buildQuery(parts), ...(parts.rql === "" ? [] : [parts.rql])].join("&");
  // A path may bring a query of its own, which says which of several operations is meant: `/rest?method=photos.list`.
  const separator = query === "" ? "" : parts.path.includes("?") ? "&" : "?";
  return checkUrl(parts.operation, `${parts.baseUrl}${buildPath(parts)}${separator}${query}`);
}

/**
 * Refuses a URL that the transport would rewrite. What is signed is what is sent, and only a URL that comes out of the
 * parser as it went in is both. It also stops text that would leave its place, such as a path segment `..`.
 */
export function checkUrl(operation: string, url: string): string {
  if (URL.canParse(url) && new URL(url).href === url) return url;
  const sent = URL.canParse(url) ? `it would be sent as ${new URL(url).href}` : "it is not a URL";
  throw new RequestValidationError(operation, [{ path: "$", message: `the URL ${url} cannot be used: ${sent}` }]);
}

function buildPath({ operation, path, input, parameters }: UrlParts): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const described = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
    const { style = "simple", explode = false, contentType } = described ?? {};
    const value: unknown = Reflect.get(input, name);
    const parameter = { operation, name, argument: name, style, explode, contentType };
    if (value === "") throw createParameterError(parameter, "expected text that is not empty");
    const parts = writeParameter(parameter, value, encodeParameter);
    if (parts.length === 0) throw createParameterError(parameter, "expected at least one item");
    const { start, separator } = pathForms[style];
    return start + parts.join(separator);
  });
}

const COMMA = { start: "", separator: "," };

/** What stands before a value in a path and between its parts. A style of another place is written like `simple`. */
const pathForms: { readonly [S in ParameterStyle]: { readonly start: string; readonly separator: string } } = {
  simple: COMMA,
  label: { start: ".", separator: "." },
  matrix: { start: ";", separator: ";" },
  form: COMMA,
  spaceDelimited: COMMA,
  pipeDelimited: COMMA,
  deepObject: COMMA,
  cookie: COMMA,
};

function buildQuery({ operation, parameters, options }: UrlParts): readonly string[] {
  return parameters.filter(isOption).flatMap((parameter) => {
    const { name, option, required, style = "form", explode = style === "form", contentType } = parameter;
    const value: unknown = Reflect.get(options, option);
    if (parameter.in !== "query" || (value === undefined && !required)) return [];
    const written = { operation, name, argument: option, style, explode, contentType };
    return writeParameter(written, value, parameter.allowReserved === true ? encodeUnreserved : encodeParameter);
  });
}

/** The URL of a call, and the address of the platform that it stands below. */
export interface Address {
  /** The whole of it, as it will be signed and sent. */
  readonly url: string;
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
}
