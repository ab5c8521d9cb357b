import { RequestValidationError } from "../../errors/index.js";
import { isOption, type OperationParameter, type ParameterStyle } from "../schema/index.js";
import { createParameterError, encodeParameter, encodeUnreserved, writeParameter } from "./parameter-text.js";

/** Parts of the URL of a call. */
export interface UrlParts {
  /** Public name of the operation, for errors. */
  readonly operation: string;
  readonly baseUrl: string;
  /** Path template. */
  readonly path: string;
  /** Arguments, including the path parameters. */
  readonly input: object;
  readonly parameters: readonly OperationParameter[];
  /** Call options, including the query parameters. */
  readonly options: object;
  /** RQL in its final, encoded form. Empty if there is none. */
  readonly rql: string;
}

/** Builds the URL of a call as text. Encodes the parameters, and appends the RQL unchanged. */
export function buildUrl(parts: UrlParts): string {
  const query = [...buildQuery(parts), ...(parts.rql === "" ? [] : [parts.rql])].join("&");
  // A path can contain a query that selects one of several operations: `/rest?method=photos.list`.
  const separator = query === "" ? "" : parts.path.includes("?") ? "&" : "?";
  return checkUrl(parts.operation, `${parts.baseUrl}${buildPath(parts)}${separator}${query}`);
}

/**
 * Refuses a URL that the transport would rewrite. The signature must cover the URL that is sent, so the URL has to come
 * out of the URL parser unchanged. This also catches path segments such as `..`.
 */
export function checkUrl(operation: string, url: string): string {
  if (URL.canParse(url) && new URL(url).href === url) return url;
  const sent = URL.canParse(url) ? `it would be sent as ${new URL(url).href}` : "it is not a URL";
  throw new RequestValidationError(operation, [{ path: "$", message: `cannot use the URL ${url}: ${sent}` }]);
}

function buildPath({ operation, path, input, parameters }: UrlParts): string {
  return path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const described = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
    const { style = "simple", explode = false, contentType } = described ?? {};
    const value: unknown = Reflect.get(input, name);
    const parameter = { operation, name, argument: name, style, explode, contentType };
    if (value === "") throw createParameterError(parameter, "expected non-empty text");
    const parts = writeParameter(parameter, value, encodeParameter);
    if (parts.length === 0) throw createParameterError(parameter, "expected at least one item");
    const { start, separator } = pathForms[style];
    return start + parts.join(separator);
  });
}

const COMMA = { start: "", separator: "," };

/** Text before a path parameter and between its parts. Styles meant for other places are written like `simple`. */
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

/** URL of a call and the base URL of the platform. */
export interface Address {
  /** Complete URL, as it will be signed and sent. */
  readonly url: string;
  /** Origin and path prefix, without a trailing slash. */
  readonly baseUrl: string;
}
