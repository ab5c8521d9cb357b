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

/** What reading a result needs to know. */
export interface ResultContext {
  readonly call: CallIdentity;
  readonly operation: Operation<object, unknown>;
  readonly validation: "strict" | "warn" | "off";
  readonly notifier: Notifier;
  /** Whether the query selected some of the properties. */
  readonly isPartial: boolean;
}

/**
 * Reads the result of a success and compares it with the document.
 *
 * @throws UnusableResult for a body that is not a result, whatever is wrong with it
 */
export async function readResult(call: SuccessfulCall, context: ResultContext): Promise<unknown> {
  const { response, stream } = call;
  if (stream !== undefined) return readStream(stream, call, context);
  return guardReading(response, context, () => parseResult(response, context));
}

/** Reads a success that comes piece by piece. Each piece is compared with the document as a whole answer would be. */
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
      const unfit = fault === undefined ? error : createUnusable(response, context, [{ path: "$", message: fault }]);
      return unfit instanceof UnusableResult ? call.conclude(unfit) : call.createInterruptionError(unfit);
    },
  });
}

/** Piece of a stream, to be read as an answer of its own. */
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

/** Does a step of reading. A hostile body may overflow the stack of a parser: that, too, is an error about the body. */
function guardReading<Value>(response: HttpResponse, context: ResultContext, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    if (error instanceof UnusableResult || error instanceof ApsDirectError) throw error;
    const kind = error instanceof Error ? ` (${error.name})` : "";
    const message = `expected a body that can be read${kind}`;
    throw createUnusable(response, context, [{ path: "$", message }], { cause: error });
  }
}

/** How the body of a success is read: as bytes or as a stream, where that is what is documented for its status. */
export function getBodyFormat(operation: Operation<object, unknown>, status: number, headers: Headers): BodyFormat {
  const { contentType, stream } = findDescription(operation, status);
  const media = contentType === undefined ? "text" : classifyMediaType(contentType);
  if (media === "binary") return "bytes";
  // What is no stream is read whole, so that the error about it can say what it is.
  return stream !== undefined && classifyMediaType(headers.get("content-type") ?? "") === media ? "stream" : "text";
}

function parseResult(response: HttpResponse, context: ResultContext): unknown {
  const { contentType, schema } = findDescription(context.operation, response.status);
  if (contentType === undefined) return undefined;
  if (response.raw === "" && (response.bytes ?? "").length === 0) {
    if (mayBeEmpty(context.operation) && findIdentity(response, context) === undefined) return undefined;
    throw createUnusable(response, context, [{ path: "$", message: "expected a body, and there is none" }]);
  }
  const type = response.headers.get("content-type");
  if (type !== null && !isReadableAs(type, contentType))
    throw createUnusable(response, context, [describeMismatch(type, contentType)]);
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
  if (missing.length > 0) throw createUnusable(response, context, missing, { body });
  return schema === undefined ? body : checkConformance(body, schema, response, context);
}

/** Identity that a success must have. A 202 says that the work continues in the background, with or without a body. */
function findIdentity({ status }: HttpResponse, { operation }: ResultContext): Identity | undefined {
  return status === 202 || status === 204 ? undefined : operation.identity;
}

function keepBody(body: unknown): unknown {
  return body;
}

function describeMismatch(received: string, documented: string): ValidationIssue {
  const isHtml = /^text\/html\b/i.test(received);
  const next = isHtml ? ": a web server in front of the platform answered in its place" : "";
  const expected = classifyMediaType(documented) === "json" ? "JSON" : documented;
  return { path: "$", message: `expected ${expected}, and ${received} came${next}` };
}

/** What the document says of a status: by itself, by its class, by default; else what it says of success at all. */
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

/** Parses JSON, or ends with an error about the body. */
function parseOrFail(parse: () => unknown, response: HttpResponse, context: ResultContext): unknown {
  try {
    return parse();
  } catch (error) {
    const message = "expected JSON, and the text is not";
    throw createUnusable(response, context, [{ path: "$", message }], { cause: stripQuotation(error) });
  }
}

/** The parser quotes the text, and the text may repeat what proved the request. */
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
  if (context.validation === "strict") throw createUnusable(response, context, found, { body: value });
  const { operation } = context.call;
  context.notifier.warnOnce(operation, "schema", `the answer is not as documented. ${summarizeIssues(found)}`);
  // What does not fit may be an echo of the request, and the caller will look at it or log it.
  const quotable = getQuotableBody(response, body);
  return quotable === undefined || quotable === body ? value : conform(schema, quotable, context.isPartial).value;
}

function createUnusable(
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

/** Body that an error may hold: the parsed one, unless it repeats what proved the request. */
function getQuotableBody(response: HttpResponse, body: unknown): unknown {
  if (response.raw === response.text) return body;
  try {
    return parseExactly(response.text);
  } catch {
    return undefined; // what was removed was a part of the JSON
  }
}
