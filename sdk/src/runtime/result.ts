import { type CallIdentity, ResponseValidationError, type ValidationIssue } from "../errors.js";
import {
  type Answer,
  type AnswerStream,
  type Delivery,
  type Logger,
  parseExactly,
  type Reading,
} from "../http/index.js";
import { conform, withDates } from "./conformance.js";
import { described } from "./issues.js";
import { isReadableAs, mediaOf } from "./media-type.js";
import type { Operation, ResponseDescription } from "./operation.js";
import type { Schema } from "./schema.js";

/** What reading a result needs to know. */
export interface ResultContext {
  readonly call: CallIdentity;
  readonly operation: Operation<object, unknown>;
  readonly validation: "strict" | "warn" | "off";
  readonly logger: Logger | undefined;
  /** Whether the query selected some of the properties. */
  readonly isPartial: boolean;
}

/** The result of a success, held against the document. */
export async function readResult(delivery: Delivery, context: ResultContext): Promise<unknown> {
  const { answer, stream } = delivery;
  if (stream !== undefined) return streamOf(stream, delivery, context);
  try {
    return resultOf(answer, context);
  } catch (error) {
    throw await failureOf(error, delivery, context);
  }
}

/** What comes piece by piece, each piece held against the document as an answer would be. */
function streamOf(source: AnswerStream, delivery: Delivery, context: ResultContext): unknown {
  const { answer } = delivery;
  const { items, item, stream } = descriptionOf(context.operation, answer.status);
  return stream?.(source, {
    contentType: answer.headers.get("content-type") ?? "",
    item,
    itemOf(piece) {
      const isText = typeof piece === "string" && item !== "text";
      const value = isText ? parsed({ ...answer, text: piece, raw: piece }, context) : piece;
      return items === undefined ? value : conforming(value, items, answer, context);
    },
    async errorOf(error, fault) {
      const unfit = fault === undefined ? error : unusable(answer, context, [{ path: "$", message: fault }]);
      return unfit instanceof UnusableAnswer ? failureOf(unfit, delivery, context) : delivery.interruption(unfit);
    },
  });
}

/** An unsafe call that was answered was executed, and what it did cannot be read: it must be looked up. */
async function failureOf(error: unknown, delivery: Delivery, { operation }: ResultContext): Promise<unknown> {
  if (operation.safety !== "unsafe" || !(error instanceof UnusableAnswer)) return reported(error);
  return delivery.unknownOutcome("the answer cannot be used", { cause: error.error, body: error.body });
}

/** Carries the parsed body of an answer beside the error about it. */
class UnusableAnswer extends Error {
  readonly error: ResponseValidationError;
  readonly body: unknown;

  constructor(error: ResponseValidationError, body?: unknown) {
    super(error.message);
    this.error = error;
    this.body = body;
  }
}

function reported(error: unknown): unknown {
  return error instanceof UnusableAnswer ? error.error : error;
}

/** How the body of a success is read: as bytes or as a stream, where that is what is documented for its status. */
export function readingOf(operation: Operation<object, unknown>, status: number, headers: Headers): Reading {
  const { contentType, stream } = descriptionOf(operation, status);
  const media = contentType === undefined ? "text" : mediaOf(contentType);
  if (media === "binary") return "bytes";
  // What is no stream is read whole, so that the error about it can say what it is.
  return stream !== undefined && mediaOf(headers.get("content-type") ?? "") === media ? "stream" : "text";
}

function resultOf(answer: Answer, context: ResultContext): unknown {
  const { contentType, schema } = descriptionOf(context.operation, answer.status);
  if (contentType === undefined) return undefined;
  if (answer.raw === "" && (answer.bytes ?? "").length === 0) {
    if (mayBeEmpty(context.operation)) return undefined;
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
  return schema === undefined ? body : conforming(body, schema, answer, context);
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

function parsed(answer: Answer, context: ResultContext): unknown {
  return orUnusable(() => parseExactly(answer.raw), answer, context);
}

function orUnusable(parse: () => unknown, answer: Answer, context: ResultContext): unknown {
  try {
    return parse();
  } catch (cause) {
    throw unusable(answer, context, [{ path: "$", message: "expected JSON, and the text is not" }], { cause });
  }
}

function conforming(body: unknown, schema: Schema<unknown>, answer: Answer, context: ResultContext): unknown {
  if (context.validation === "off") return withDates(schema, body);
  const { value, issues } = conform(schema, body, context.isPartial);
  if (issues.length === 0) return value;
  // What is said of an answer must not repeat what proved the request, so that is looked at instead.
  if (answer.raw !== answer.text) return resultOf({ ...answer, raw: answer.text }, context);
  const found = described(issues, value);
  if (context.validation === "strict") throw unusable(answer, context, found, undefined, value);
  const { operation } = context.call;
  const lines = found.map(({ path, message }) => `${path}: ${message}`);
  (context.logger ?? console).warn(`${operation}: the answer is not as documented. ${lines.join("; ")}`);
  return value;
}

function unusable(
  answer: Answer,
  { call }: ResultContext,
  issues: readonly ValidationIssue[],
  options?: ErrorOptions,
  body?: unknown,
): UnusableAnswer {
  const EXCERPT = 200;
  const received = {
    status: answer.status,
    contentType: answer.headers.get("content-type") ?? undefined,
    excerpt: answer.text.slice(0, EXCERPT),
  };
  return new UnusableAnswer(new ResponseValidationError(call, received, issues, options), body);
}
