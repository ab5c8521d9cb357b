import { UsageError } from "./usage-error.js";

/** The request that curl makes of its arguments. */
export function buildCurlRequest(given: CurlArguments): GivenRequest {
  const { url, data, json, isGet } = given;
  if (url === undefined)
    throw new UsageError("There is no URL. Expected: apsdirect explain GET 'https://host/path?query'.");
  if (data.length > 0 && json.length > 0) throw new UsageError("-d and --json exclude each other.");
  const hasData = data.length > 0 || json.length > 0;
  const text = json.length > 0 ? json.join("") : data.join("&");
  const body = hasData && !isGet ? text : undefined;
  return {
    method: given.method ?? defaultMethod(given, body),
    url: isGet && hasData ? withQuery(withScheme(url), text) : withScheme(url),
    headers: headersOf(given, body),
    body,
  };
}

function defaultMethod({ isHead }: CurlArguments, body: string | undefined): string {
  if (isHead) return "HEAD";
  return body === undefined ? "GET" : "POST";
}

function headersOf({ headers, json }: CurlArguments, body: string | undefined): GivenRequest["headers"] {
  const own = headers.map(headerOf).filter((header) => header !== undefined);
  if (body === undefined || own.some(([name]) => name.toLowerCase() === "content-type")) return own;
  return [...own, ["Content-Type", json.length > 0 ? "application/json" : "application/x-www-form-urlencoded"]];
}

/** `Name: value`; `Name;` is one without a value, and `Name:` takes away one that curl would send by itself. */
function headerOf(text: string): readonly [string, string] | undefined {
  // It may be a credential: the error of Fetch would repeat it.
  if (/[\r\n\0]/.test(text)) throw new UsageError("A header of -H holds a line end: it is one line.");
  const [, name, value] = /^([^:;\s]+)\s*:(.*)$/s.exec(text) ?? [];
  if (name !== undefined) return value?.trim() ? [name, value.trim()] : undefined;
  if (/^[^:;\s]+;$/.test(text)) return [text.slice(0, -1), ""];
  throw new UsageError("A header is written -H 'Name: value'; one from a file is not read.");
}

/** curl guesses http where there is no scheme. */
function withScheme(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
}

function withQuery(url: string, query: string): string {
  const [head = "", ...fragment] = url.split("#");
  const joint = head.includes("?") ? "&" : "?";
  return [head + joint + query, ...fragment].join("#");
}

/** Data that are text. A file is not read: a pasted line may name any. */
export function readData(text: string): string {
  if (text.startsWith("@")) throw new UsageError("-d @file is not read: give the text of the body itself.");
  return text;
}

/** `--data-urlencode`: `content`, `=content`, or `name=content`, of which the content is encoded. */
export function encodeData(text: string): string {
  const equals = text.indexOf("=");
  const name = equals < 0 ? "" : text.slice(0, equals);
  if (name.includes("@") || (equals < 0 && text.includes("@"))) {
    throw new UsageError("--data-urlencode of a file is not read: give the text of the body itself.");
  }
  const content = encodeURIComponent(text.slice(equals + 1)).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return name === "" ? content : `${name}=${content}`;
}

/** A request as a command line gives it. */
export interface GivenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string | undefined;
}

/** What is collected on the way to it, in curl's terms. */
export interface CurlArguments {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly string[];
  /** Each of one `-d`; they are joined by `&`. */
  readonly data: readonly string[];
  /** Of `--json`, joined by nothing. */
  readonly json: readonly string[];
  /** `-G`: data go to the query. */
  readonly isGet: boolean;
  readonly isHead: boolean;
}
