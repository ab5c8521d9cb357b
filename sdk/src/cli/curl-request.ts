import { UsageError } from "./usage-error.js";

/** Builds the request that curl would send. */
export function buildCurlRequest(given: CurlArguments): GivenRequest {
  const { url, data, json, isGet } = given;
  if (url === undefined)
    throw new UsageError("The URL is missing. Expected: apsdirect explain GET 'https://host/path?query'.");
  if (data.length > 0 && json.length > 0) throw new UsageError("-d and --json cannot be combined.");
  const hasData = data.length > 0 || json.length > 0;
  const text = json.length > 0 ? json.join("") : data.join("&");
  const body = hasData && !isGet ? text : undefined;
  return {
    method: given.method ?? selectMethod(given, body),
    url: isGet && hasData ? addQuery(addScheme(url), text) : addScheme(url),
    headers: buildHeaders(given, body),
    body,
  };
}

function selectMethod({ isHead }: CurlArguments, body: string | undefined): string {
  if (isHead) return "HEAD";
  return body === undefined ? "GET" : "POST";
}

function buildHeaders({ headers, json }: CurlArguments, body: string | undefined): GivenRequest["headers"] {
  const own = headers.map(parseHeader).filter((header) => header !== undefined);
  if (body === undefined || own.some(([name]) => name.toLowerCase() === "content-type")) return own;
  return [...own, ["Content-Type", json.length > 0 ? "application/json" : "application/x-www-form-urlencoded"]];
}

/** Parses `Name: value`. `Name;` has an empty value, and `Name:` removes a header that curl would add. */
function parseHeader(text: string): readonly [string, string] | undefined {
  // Checked here, because the error of the Fetch API would repeat the header, which may contain a credential.
  if (/[\r\n\0]/.test(text)) throw new UsageError("A header passed to -H contains a line break: pass a single line.");
  const [, name, value] = /^([^:;\s]+)\s*:(.*)$/s.exec(text) ?? [];
  if (name !== undefined) return value?.trim() ? [name, value.trim()] : undefined;
  if (/^[^:;\s]+;$/.test(text)) return [text.slice(0, -1), ""];
  throw new UsageError("Write headers as -H 'Name: value'. Headers from a file are not supported.");
}

/** Adds `http://` to a URL without a scheme, as curl does. */
function addScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
}

function addQuery(url: string, query: string): string {
  const [head = "", ...fragment] = url.split("#");
  const separator = head.includes("?") ? "&" : "?";
  return [head + separator + query, ...fragment].join("#");
}

/** Returns the data of `-d`. Refuses a file name, because a pasted line could name any file. */
export function readData(text: string): string {
  if (text.startsWith("@")) throw new UsageError("-d @file is not supported: pass the text of the body.");
  return text;
}

/** Encodes the content of `--data-urlencode`: `content`, `=content`, or `name=content`. */
export function encodeData(text: string): string {
  const equals = text.indexOf("=");
  const name = equals < 0 ? "" : text.slice(0, equals);
  if (name.includes("@") || (equals < 0 && text.includes("@"))) {
    throw new UsageError("--data-urlencode with a file is not supported: pass the text of the body.");
  }
  const content = encodeURIComponent(text.slice(equals + 1)).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return name === "" ? content : `${name}=${content}`;
}

/** Request described by a command line. */
export interface GivenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string | undefined;
}

/** Arguments of curl that describe a request. */
export interface CurlArguments {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly string[];
  /** Values of `-d`, which curl joins with `&`. */
  readonly data: readonly string[];
  /** Values of `--json`, which curl joins without a separator. */
  readonly json: readonly string[];
  /** True for `-G`: the data go into the query. */
  readonly isGet: boolean;
  readonly isHead: boolean;
}
