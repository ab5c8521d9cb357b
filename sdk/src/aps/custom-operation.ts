import { decodeText, parseExactly } from "../http/body/index.js";
import { type RqlQuery, resolveQuery } from "../rql/index.js";
import type { Call, CallOptions, ClientCore, Operation, OptionParameter, Safety } from "../runtime/index.js";
import { classifyMediaType } from "../runtime/schema/index.js";
import { getServiceType } from "./addressing.js";

/** Custom operation, which the type of a resource or service declares in addition to the generic ones. */
export interface CustomOperation {
  /** HTTP method. @defaultValue `"GET"` */
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | undefined;
  /** Path below the resource, such as `/orders/estimate`. Encode variable parts yourself. */
  readonly path: string;
  /** Query parameters by name. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** RQL query, for an operation that accepts one. */
  readonly rql?: RqlQuery<Readonly<Record<string, unknown>>> | undefined;
  /** Request body, sent as JSON. */
  readonly body?: unknown;
  /**
   * Effect of sending the request again. Set `"safe"` only for an operation that reads: a seventh of the custom
   * operations that use GET are actions, such as `start` and `resetPassword`.
   * @defaultValue `"unsafe"` for every method: the request is sent once
   */
  readonly safety?: Safety | undefined;
}

/**
 * Calls a custom operation.
 *
 * @param target APS ID of a resource, or alias of a service.
 * @throws TypeError for an invalid target or path
 */
export function callCustomOperation(
  core: ClientCore,
  target: string,
  { method = "GET", path, query = {}, rql, body, safety = "unsafe" }: CustomOperation,
  options: CallOptions = {},
): Call<unknown> {
  const operation: Operation<{ readonly body?: unknown }, unknown> = {
    name: "resources.call",
    method,
    path: `${resolveTarget(target)}${checkPath(path)}`,
    safety,
    permissions: [`${getServiceType(target) ?? TYPE_OF_RESOURCE} ${method}`],
    parameters: Object.keys(query).map(describeQueryParameter),
    ...(body !== undefined && { body: { contentType: "application/json", required: true } }),
    responses: anyResponse,
    decode: decodeBody,
  };
  const queryOptions = Object.fromEntries(Object.entries(query).map(([name, value]) => [toOptionName(name), value]));
  const text = rql === undefined ? "" : resolveQuery(rql).text;
  return core.call(operation, { body }, { ...queryOptions, ...acceptJson(options) }, text);
}

/** Reads one property of a resource: a bare value, decoded by its content type. */
export function readProperty(
  core: ClientCore,
  resourceId: string,
  property: string,
  options: CallOptions = {},
): Call<unknown> {
  const operation: Operation<{ readonly resourceId: string; readonly property: string }, unknown> = {
    name: "resources.getProperty",
    method: "GET",
    path: "/aps/2/resources/{resourceId}/{property}",
    safety: "safe",
    responses: anyResponse,
    decode: decodeBody,
  };
  return core.call(operation, { resourceId, property }, acceptJson(options));
}

/** Bytes, because only the response states the content type; or no body. */
const anyResponse: Operation<object, unknown>["responses"] = {
  default: { contentType: "application/octet-stream" },
  204: {},
};

function acceptJson(options: CallOptions): CallOptions {
  return { ...options, headers: { accept: "application/json", ...options.headers } };
}

/** Placeholder for a type id that only the platform knows. */
const TYPE_OF_RESOURCE = "(the APS type of the resource, without its version)";

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function resolveTarget(target: string): string {
  if (uuid.test(target)) return `/aps/2/resources/${target}`;
  if (/^[a-z][a-z-]*$/.test(target)) return `/aps/2/services/${target}`;
  throw new TypeError(`the target must be an APS ID or the alias of a service, but is ${JSON.stringify(target)}`);
}

function checkPath(path: string): string {
  if (/^\/[^?#{}]*$/.test(path)) return path;
  throw new TypeError(`path must begin with "/" and not contain "?", "#" or braces, but is ${JSON.stringify(path)}`);
}

/** Adds a prefix, because a query parameter may have the same name as an option of the call. */
function toOptionName(name: string): string {
  return `query.${name}`;
}

function describeQueryParameter(name: string): OptionParameter {
  return { in: "query", name, option: toOptionName(name), required: false };
}

/**
 * Decodes a body by its content type: JSON as its value; text, XML and forms as a string; everything else as a
 * `Blob`. Without a content type, bytes that are valid UTF-8 become a string. Other bytes are never decoded as text,
 * which would damage them.
 */
function decodeBody(bytes: Uint8Array, contentType: string | null): unknown {
  const media = contentType === null ? detectMedia(bytes) : classifyMediaType(contentType);
  if (media === "json") return parseExactly(decodeText(bytes, contentType));
  if (media === "binary" || media === "multipart") return new Blob([new Uint8Array(bytes)], blobOptions(contentType));
  return decodeText(bytes, contentType);
}

function blobOptions(contentType: string | null): BlobPropertyBag {
  return contentType === null ? {} : { type: contentType };
}

function detectMedia(bytes: Uint8Array): "text" | "binary" {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "text";
  } catch {
    return "binary";
  }
}
