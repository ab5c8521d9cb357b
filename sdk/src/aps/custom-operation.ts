import { decodeText, parseExactly } from "../http/body/index.js";
import { type RqlQuery, resolveQuery } from "../rql/index.js";
import type { Call, CallOptions, ClientCore, Operation, OptionParameter, Safety } from "../runtime/index.js";
import { classifyMediaType } from "../runtime/schema/index.js";
import { getServiceType } from "./addressing.js";

/** A custom operation: one that the type of a resource or service declares beside the generic ones. */
export interface CustomOperation {
  /** HTTP verb. @defaultValue `"GET"` */
  readonly method?: "GET" | "POST" | "PUT" | "DELETE" | undefined;
  /** Path below the resource, such as `/orders/estimate`. What is variable in it has to be encoded. */
  readonly path: string;
  /** Query parameters by their names. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** RQL, for an operation that takes it. */
  readonly rql?: RqlQuery<Readonly<Record<string, unknown>>> | undefined;
  /** What is sent as JSON. */
  readonly body?: unknown;
  /**
   * Effect of a repetition. State `"safe"` only for an operation that reads: a seventh of the custom operations that are a
   * GET are actions, such as `start` and `resetPassword`. @defaultValue `"unsafe"`, whatever the verb: sent once
   */
  readonly safety?: Safety | undefined;
}

/**
 * Carries a custom operation out.
 *
 * @param target APS ID of a resource, or alias of a service.
 * @throws TypeError for a target or a path that no operation can have
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
    path: `${addressOf(target)}${below(path)}`,
    safety,
    permissions: [`${getServiceType(target) ?? TYPE_OF_RESOURCE} ${method}`],
    parameters: Object.keys(query).map(queryParameter),
    ...(body !== undefined && { body: { contentType: "application/json", required: true } }),
    responses: anyAnswer,
    decode: bodyAsTyped,
  };
  const given = Object.fromEntries(Object.entries(query).map(([name, value]) => [optionOf(name), value]));
  const text = rql === undefined ? "" : resolveQuery(rql).text;
  return core.call(operation, { body }, { ...given, ...acceptingJson(options) }, text);
}

/** Reads one property of a resource: a bare value, read as its content type says. */
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
    responses: anyAnswer,
    decode: bodyAsTyped,
  };
  return core.call(operation, { resourceId, property }, acceptingJson(options));
}

/** Bytes, because only the answer says what they are; or nothing. */
const anyAnswer: Operation<object, unknown>["responses"] = {
  default: { contentType: "application/octet-stream" },
  204: {},
};

function acceptingJson(options: CallOptions): CallOptions {
  return { ...options, headers: { accept: "application/json", ...options.headers } };
}

/** What only the platform knows, in the place of a type id. */
const TYPE_OF_RESOURCE = "(the APS type of the resource, without its version)";

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function addressOf(target: string): string {
  if (uuid.test(target)) return `/aps/2/resources/${target}`;
  if (/^[a-z][a-z-]*$/.test(target)) return `/aps/2/services/${target}`;
  throw new TypeError(`a custom operation belongs to an APS ID or to a service's alias, not ${JSON.stringify(target)}`);
}

function below(path: string): string {
  if (/^\/[^?#{}]*$/.test(path)) return path;
  throw new TypeError(`path must begin with "/" and hold no "?", "#" or braces, and is ${JSON.stringify(path)}`);
}

/** A parameter may bear the name of an option of the call. */
function optionOf(name: string): string {
  return `query.${name}`;
}

function queryParameter(name: string): OptionParameter {
  return { in: "query", name, option: optionOf(name), required: false };
}

/**
 * Reads a body as its content type says: JSON as its value; text, XML and forms as a string; everything else as a `Blob`.
 * Without a content type, bytes that are valid UTF-8 are a string. No bytes are decoded on trial: that would damage them.
 */
function bodyAsTyped(bytes: Uint8Array, contentType: string | null): unknown {
  const media = contentType === null ? mediaWithoutType(bytes) : classifyMediaType(contentType);
  if (media === "json") return parseExactly(decodeText(bytes, contentType));
  if (media === "binary" || media === "multipart") return new Blob([new Uint8Array(bytes)], blobOptions(contentType));
  return decodeText(bytes, contentType);
}

function blobOptions(contentType: string | null): BlobPropertyBag {
  return contentType === null ? {} : { type: contentType };
}

function mediaWithoutType(bytes: Uint8Array): "text" | "binary" {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "text";
  } catch {
    return "binary";
  }
}
