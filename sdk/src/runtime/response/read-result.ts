import {
  ApsDirectError,
  type CallIdentity,
  ResponseValidationError,
  type ValidationIssue,
} from "../../errors/index.js";
import {
  type BodyFormat,
  type HttpResponse,
  parseExactly,
  type ResponseStream,
  type SuccessfulCall,
  UnusableResult,
} from "../../http/body/index.js";
import type { Notifier } from "../../http/hooks/index.js";
import {
  classifyMediaType,
  cutExcerpt,
  describeIssues,
  type Identity,
  isReadableAs,
  type Operation,
  type ResponseDescription,
  type Schema,
  summarizeIssues,
} from "../schema/index.js";
import { conform, parseDates } from "./conformance.js";
import { findIdentityIssues } from "./identity.js";

/** Context in which a result is read. */
export interface ResultContext {
  readonly call: CallIdentity;
  readonly operation: Operation<object, unknown>;
  readonly validation: "strict" | "warn" | "off";
  readonly notifier: Notifier;
  /** True if the query selected some of the properties. */
  readonly isPartial: boolean;
}

/**
 * Reads the result of a successful response and compares it with the document.
 *
 * @throws UnusableResult if the body is not usable as a result
 */
export async function readResult(call: SuccessfulCall, context: ResultContext): Promise<unknown> {
  const { response, stream } = call;
  if (stream !== undefined) return readStream(stream, call, context);
  return guardReading(response, context, () => parseResult(response, context));
}

/** Reads a streamed response. Compares each piece with the document, like a complete response. */
function readStream(source: ResponseStream, call: SuccessfulCall, context: ResultContext): unknown {
  const { response } = call;
  const { items, item, stream } = findDescription(context.operation, response.status);
  return stream?.(source, {
    contentType: response.headers.get("content-type") ?? "",
    item,
    itemOf(piece) {
      const isText = typeof piece === "string" && item !== "text";
      return guardReading(response, context, () => {
        const whole = isText ? toResponse(piece, response) : response;
        const value = isText ? parseJson(whole, context) : piece;
        return items === undefined ? value : checkConformance(value, items, whole, context);
      });
    },
    async errorOf(error, fault) {
      const failure =
        fault === undefined ? error : createUnusableResult(response, context, [{ path: "$", message: fault }]);
      return failure instanceof UnusableResult ? call.conclude(failure) : call.createInterruptionError(failure);
    },
  });
}

/** Wraps a piece of a stream in a response of its own. */
function toResponse(piece: string, { status, headers, redact }: HttpResponse): HttpResponse {
  return {
    status,
    headers,
    raw: piece,
    redact,
    get text() {
      return redact(piece);
    },
  };
}

/** Runs a step of reading. Turns other errors, such as a stack overflow, into one about the body. */
function guardReading<Value>(response: HttpResponse, context: ResultContext, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    if (error instanceof UnusableResult || error instanceof ApsDirectError) throw error;
    const kind = error instanceof Error ? ` (${error.name})` : "";
    const message = `expected a readable body${kind}`;
    throw createUnusableResult(response, context, [{ path: "$", message }], { cause: error });
  }
}

/** Returns the format of the body of a success: bytes or a stream if documented for its status, otherwise text. */
export function getBodyFormat(operation: Operation<object, unknown>, status: number, headers: Headers): BodyFormat {
  const { contentType, stream } = findDescription(operation, status);
  const media = contentType === undefined ? "text" : classifyMediaType(contentType);
  if (media === "binary") return "bytes";
  // Anything but the documented stream is read completely, so that the error can quote it.
  return stream !== undefined && classifyMediaType(headers.get("content-type") ?? "") === media ? "stream" : "text";
}

function parseResult(response: HttpResponse, context: ResultContext): unknown {
  const { contentType, schema } = findDescription(context.operation, response.status);
  if (contentType === undefined) return undefined;
  if (response.raw === "" && (response.bytes ?? "").length === 0) {
    if (mayBeEmpty(context.operation) && findIdentity(response, context) === undefined) return undefined;
    throw createUnusableResult(response, context, [{ path: "$", message: "expected a body, but it is empty" }]);
  }
  const type = response.headers.get("content-type");
  if (type !== null && !isReadableAs(type, contentType))
    throw createUnusableResult(response, context, [describeMismatch(type, contentType)]);
  if (response.bytes !== undefined) {
    const { decode } = context.operation;
    if (decode !== undefined)
      return parseOrFail(() => decode(response.bytes ?? new Uint8Array(), type), response, context);
    return new Blob([response.bytes], { type: type ?? contentType });
  }
  const { canonical = keepBody } = context.operation;
  const body = classifyMediaType(contentType) === "json" ? canonical(parseJson(response, context)) : response.raw;
  const identity = findIdentity(response, context);
  const missing = identity === undefined ? [] : findIdentityIssues(identity, body, response.redact);
  if (missing.length > 0) throw createUnusableResult(response, context, missing, { body });
  return schema === undefined ? body : checkConformance(body, schema, response, context);
}

/** Returns the identity that a success must have. A 202 needs none: the work continues in the background. */
function findIdentity({ status }: HttpResponse, { operation }: ResultContext): Identity | undefined {
  return status === 202 || status === 204 ? undefined : operation.identity;
}

function keepBody(body: unknown): unknown {
  return body;
}

function describeMismatch(received: string, documented: string): ValidationIssue {
  const isHtml = /^text\/html\b/i.test(received);
  const next = isHtml ? ": a web server in front of the platform responded instead" : "";
  const expected = classifyMediaType(documented) === "json" ? "JSON" : documented;
  return { path: "$", message: `expected ${expected}, but received ${received}${next}` };
}

/** Finds the description of the status, of its class (`2XX`), the default one, or else the first one. */
function findDescription({ responses }: Operation<object, unknown>, status: number): ResponseDescription {
  const described = responses[status] ?? responses[`${String(status).charAt(0)}XX`] ?? responses["default"];
  return described ?? Object.values(responses)[0] ?? {};
}

function mayBeEmpty({ responses }: Operation<object, unknown>): boolean {
  return Object.values(responses).some((response) => response.contentType === undefined);
}

function parseJson(response: HttpResponse, context: ResultContext): unknown {
  return parseOrFail(() => parseExactly(response.raw), response, context);
}

/** Parses a body. A failure becomes an error about the body. */
function parseOrFail(parse: () => unknown, response: HttpResponse, context: ResultContext): unknown {
  try {
    return parse();
  } catch (error) {
    const message = "expected JSON, but could not parse the body";
    throw createUnusableResult(response, context, [{ path: "$", message }], { cause: stripQuotation(error) });
  }
}

/** Removes the text that the parser quotes, because it can contain the credentials of the request. */
function stripQuotation(error: unknown): Error {
  const position = /at position \d+/.exec(String(error))?.[0];
  return new SyntaxError(position === undefined ? "the text is not JSON" : `the text is not JSON ${position}`);
}

function checkConformance(
  body: unknown,
  schema: Schema<unknown>,
  response: HttpResponse,
  context: ResultContext,
): unknown {
  if (context.validation === "off") return parseDates(schema, body);
  const { value, issues } = conform(schema, body, context.isPartial);
  if (issues.length === 0) return value;
  const found = describeIssues(issues, value, response.redact);
  if (context.validation === "strict") throw createUnusableResult(response, context, found, { body: value });
  const { operation } = context.call;
  context.notifier.warnOnce(operation, "schema", `the response does not match the document. ${summarizeIssues(found)}`);
  // A mismatch may be an echo of the request, and the caller may log it, so credentials are masked.
  const quotable = getQuotableBody(response, body);
  return quotable === undefined || quotable === body ? value : conform(schema, quotable, context.isPartial).value;
}

function createUnusableResult(
  response: HttpResponse,
  { call }: ResultContext,
  issues: readonly ValidationIssue[],
  { body, ...options }: ErrorOptions & { readonly body?: unknown } = {},
): UnusableResult {
  const EXCERPT = 200;
  const received = {
    status: response.status,
    contentType: response.headers.get("content-type") ?? undefined,
    excerpt: cutExcerpt(response.raw, EXCERPT, response.redact),
  };
  const error = new ResponseValidationError(call, received, issues, options);
  return new UnusableResult(error, body === undefined ? undefined : getQuotableBody(response, body));
}

/** Returns the parsed body for an error, without the credentials of the request. */
function getQuotableBody(response: HttpResponse, body: unknown): unknown {
  if (response.raw === response.text) return body;
  try {
    return parseExactly(response.text);
  } catch {
    return undefined; // masking has broken the JSON
  }
}
