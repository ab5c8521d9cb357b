import { ApsDirectError, type CallIdentity, ResponseValidationError, type ValidationIssue } from "../../errors.js";
import {
  type AnswerStream,
  type Delivery,
  type HttpResponse,
  parseExactly,
  type Reading,
  UnusableResult,
} from "../../http/body/index.js";
import type { Notifier } from "../../http/hooks/index.js";
import {
  described,
  type Identity,
  isReadableAs,
  mediaOf,
  type Operation,
  type ResponseDescription,
  type Schema,
  startOf,
  summaryOf,
} from "../schema/index.js";
import { conform, withDates } from "./conformance.js";
import { identityIssues } from "./identity.js";

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
export async function readResult(delivery: Delivery, context: ResultContext): Promise<unknown> {
  const { answer, stream } = delivery;
  if (stream !== undefined) return streamOf(stream, delivery, context);
  return readable(answer, context, () => resultOf(answer, context));
}

/** Reads a success that comes piece by piece. Each piece is compared with the document as a whole answer would be. */
function streamOf(source: AnswerStream, delivery: Delivery, context: ResultContext): unknown {
  const { answer } = delivery;
  const { items, item, stream } = descriptionOf(context.operation, answer.status);
  return stream?.(source, {
    contentType: answer.headers.get("content-type") ?? "",
    item,
    itemOf(piece) {
      const isText = typeof piece === "string" && item !== "text";
      return readable(answer, context, () => {
        const whole = isText ? answerOf(piece, answer) : answer;
        const value = isText ? parsed(whole, context) : piece;
        return items === undefined ? value : conforming(value, items, whole, context);
      });
    },
    async errorOf(error, fault) {
      const unfit = fault === undefined ? error : unusable(answer, context, [{ path: "$", message: fault }]);
      return unfit instanceof UnusableResult ? delivery.concluded(unfit) : delivery.interruption(unfit);
    },
  });
}

/** Piece of a stream, to be read as an answer of its own. */
function answerOf(piece: string, { status, headers, redact }: HttpResponse): HttpResponse {
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
function readable<Value>(answer: HttpResponse, context: ResultContext, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    if (error instanceof UnusableResult || error instanceof ApsDirectError) throw error;
    const kind = error instanceof Error ? ` (${error.name})` : "";
    const message = `expected a body that can be read${kind}`;
    throw unusable(answer, context, [{ path: "$", message }], { cause: error });
  }
}

/** How the body of a success is read: as bytes or as a stream, where that is what is documented for its status. */
export function readingOf(operation: Operation<object, unknown>, status: number, headers: Headers): Reading {
  const { contentType, stream } = descriptionOf(operation, status);
  const media = contentType === undefined ? "text" : mediaOf(contentType);
  if (media === "binary") return "bytes";
  // What is no stream is read whole, so that the error about it can say what it is.
  return stream !== undefined && mediaOf(headers.get("content-type") ?? "") === media ? "stream" : "text";
}

function resultOf(answer: HttpResponse, context: ResultContext): unknown {
  const { contentType, schema } = descriptionOf(context.operation, answer.status);
  if (contentType === undefined) return undefined;
  if (answer.raw === "" && (answer.bytes ?? "").length === 0) {
    if (mayBeEmpty(context.operation) && identityOf(answer, context) === undefined) return undefined;
    throw unusable(answer, context, [{ path: "$", message: "expected a body, and there is none" }]);
  }
  const type = answer.headers.get("content-type");
  if (type !== null && !isReadableAs(type, contentType)) throw unusable(answer, context, [mismatch(type, contentType)]);
  if (answer.bytes !== undefined) {
    const { decode } = context.operation;
    if (decode !== undefined) return orUnusable(() => decode(answer.bytes ?? new Uint8Array(), type), answer, context);
    return new Blob([answer.bytes], { type: type ?? contentType });
  }
  const { canonical = asItCame } = context.operation;
  const body = mediaOf(contentType) === "json" ? canonical(parsed(answer, context)) : answer.raw;
  const identity = identityOf(answer, context);
  const missing = identity === undefined ? [] : identityIssues(identity, body, answer.redact);
  if (missing.length > 0) throw unusable(answer, context, missing, { body });
  return schema === undefined ? body : conforming(body, schema, answer, context);
}

/** Identity that a success must have. A 202 says that the work continues in the background, with or without a body. */
function identityOf({ status }: HttpResponse, { operation }: ResultContext): Identity | undefined {
  return status === 202 || status === 204 ? undefined : operation.identity;
}

function asItCame(body: unknown): unknown {
  return body;
}

function mismatch(received: string, documented: string): ValidationIssue {
  const isHtml = /^text\/html\b/i.test(received);
  const next = isHtml ? ": a web server in front of the platform answered in its place" : "";
  const expected = mediaOf(documented) === "json" ? "JSON" : documented;
  return { path: "$", message: `expected ${expected}, and ${received} came${next}` };
}

/** What the document says of a status: by itself, by its class, by default; else what it says of success at all. */
function descriptionOf({ responses }: Operation<object, unknown>, status: number): ResponseDescription {
  const described = responses[status] ?? responses[`${String(status).charAt(0)}XX`] ?? responses["default"];
  return described ?? Object.values(responses)[0] ?? {};
}

function mayBeEmpty({ responses }: Operation<object, unknown>): boolean {
  return Object.values(responses).some((response) => response.contentType === undefined);
}

function parsed(answer: HttpResponse, context: ResultContext): unknown {
  return orUnusable(() => parseExactly(answer.raw), answer, context);
}

/** Parses JSON, or ends with an error about the body. */
function orUnusable(parse: () => unknown, answer: HttpResponse, context: ResultContext): unknown {
  try {
    return parse();
  } catch (error) {
    const message = "expected JSON, and the text is not";
    throw unusable(answer, context, [{ path: "$", message }], { cause: withoutQuotation(error) });
  }
}

/** The parser quotes the text, and the text may repeat what proved the request. */
function withoutQuotation(error: unknown): Error {
  const position = /at position \d+/.exec(String(error))?.[0];
  return new SyntaxError(position === undefined ? "the text is not JSON" : `the text is not JSON ${position}`);
}

function conforming(body: unknown, schema: Schema<unknown>, answer: HttpResponse, context: ResultContext): unknown {
  if (context.validation === "off") return withDates(schema, body);
  const { value, issues } = conform(schema, body, context.isPartial);
  if (issues.length === 0) return value;
  const found = described(issues, value, answer.redact);
  if (context.validation === "strict") throw unusable(answer, context, found, { body: value });
  const { operation } = context.call;
  context.notifier.warnOnce(operation, "schema", `the answer is not as documented. ${summaryOf(found)}`);
  // What does not fit may be an echo of the request, and the caller will look at it or log it.
  const quotable = quotableBody(answer, body);
  return quotable === undefined || quotable === body ? value : conform(schema, quotable, context.isPartial).value;
}

function unusable(
  answer: HttpResponse,
  { call }: ResultContext,
  issues: readonly ValidationIssue[],
  { body, ...options }: ErrorOptions & { readonly body?: unknown } = {},
): UnusableResult {
  const EXCERPT = 200;
  const received = {
    status: answer.status,
    contentType: answer.headers.get("content-type") ?? undefined,
    excerpt: startOf(answer.raw, EXCERPT, answer.redact),
  };
  const error = new ResponseValidationError(call, received, issues, options);
  return new UnusableResult(error, body === undefined ? undefined : quotableBody(answer, body));
}

/** Body that an error may hold: the parsed one, unless it repeats what proved the request. */
function quotableBody(answer: HttpResponse, body: unknown): unknown {
  if (answer.raw === answer.text) return body;
  try {
    return parseExactly(answer.text);
  } catch {
    return undefined; // what was removed was a part of the JSON
  }
}
