import type { Signer } from "../oauth1/index.js";
import type { Bytes } from "./bytes.js";
import { type Failure, failureOf } from "./failure.js";
import { redacted, redactedHeaders } from "./redaction.js";
import { BodyTooLargeError, readBytes, readText } from "./response-body.js";
import { type Fetch, type Send, sendingThrough } from "./sending.js";
import { settled } from "./settled.js";
import type { TimedSignal } from "./timed-signal.js";
import type { UnsignedRequest } from "./unsigned-request.js";

/** A complete answer, of whatever status; or the head of one whose body the caller reads. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Without anything that would prove who sent the request: for errors and logs. */
  readonly text: string;
  /** As it came: for the caller of a success alone. */
  readonly raw: string;
  /** Removes from a part of the answer what would prove who sent the request, for errors and logs. */
  readonly redact: (part: string) => string;
  /** Of a success that is read as bytes; there is no text then. */
  readonly bytes?: Bytes;
  /** Of a success that the caller reads; there is no text then. */
  readonly open?: ReadableStream<Uint8Array>;
}

/** How one attempt ended. */
export interface AttemptResult {
  readonly outcome: { readonly answer: Answer } | { readonly failure: Failure };
  /** What left, signature and all: for redaction and for its nonce, and not for errors to hold. */
  readonly signed: Request | undefined;
  /** Whether it was answered 401 and its signer says that another signature may be accepted. */
  readonly isRenewed: boolean;
}

/** What of an attempt is known while it is under way. */
interface Progress {
  signed: Request | undefined;
  /** When it left, by a clock of its own. */
  sentAt: number;
  /** Status of the answer, once its head came. */
  status: number | undefined;
  /** Milliseconds from then to the head of the answer. */
  elapsed: number;
}

/** Makes one attempt: signs, sends, reads the whole answer. Rejects only where signing does. */
export type Attempt = (request: UnsignedRequest, connection: TimedSignal) => Promise<AttemptResult>;

/** Makes attempts of what sends requests. */
export function attemptsThrough(fetch: Fetch, signer: Signer): Attempt {
  const send = sendingThrough(fetch, signer);
  return async (request, connection) => {
    const progress: Progress = { signed: undefined, sentAt: 0, status: undefined, elapsed: 0 };
    try {
      // A `fetch` of the user may ignore the signal.
      const answer = await settled(answered(send, request, connection, progress), connection);
      const isRenewed = answer.status === 401 && (await renewed(signer, progress, answer, connection));
      return { outcome: { answer }, signed: progress.signed, isRenewed };
    } catch (error) {
      // What is not signed has not left. Unless the call was ended, what went wrong is the caller's to see as it is.
      if (progress.signed === undefined && !connection.aborted) throw error;
      return { outcome: { failure: failureIn(progress, error) }, signed: progress.signed, isRenewed: false };
    }
  };
}

async function answered(
  send: Send,
  request: UnsignedRequest,
  connection: TimedSignal,
  progress: Progress,
): Promise<Answer> {
  const response = await send(request, connection, (signed) => {
    progress.signed = signed;
    progress.sentAt = performance.now();
  });
  progress.status = response.status;
  progress.elapsed = performance.now() - progress.sentAt;
  return answerOf(response, progress.signed, request);
}

/** Reads an answer: to its end, or to that of its head where the caller reads on. */
async function answerOf(response: Response, sent: Request | undefined, request: UnsignedRequest): Promise<Answer> {
  const { status, headers, body } = response;
  const redact = (part: string): string => redacted(part, sent, request);
  const reading = response.ok ? request.readingOf(status, headers) : "text";
  if (reading === "stream" && body !== null) return { status, headers, text: "", raw: "", redact, open: body };
  if (reading === "bytes") return { status, headers, text: "", raw: "", redact, bytes: await readBytes(response) };
  const raw = await readText(response);
  let text: string | undefined;
  return {
    status,
    // The headers of a success go to the caller alone; those of an error into the error, and from there anywhere.
    headers: response.ok ? headers : redactedHeaders(headers, sent, request),
    raw,
    redact,
    // Found out when it is asked for: of nearly all successes nobody asks.
    get text() {
      text ??= redact(raw);
      return text;
    },
  };
}

/** Whether the signer of a refused request has another proof. What goes wrong on the way to it changes nothing. */
async function renewed(
  signer: Signer,
  { signed, elapsed }: Progress,
  { headers, text }: Answer,
  connection: TimedSignal,
): Promise<boolean> {
  if (signed === undefined || signer.renew === undefined) return false;
  try {
    return await settled(Promise.resolve(signer.renew(signed, { headers, text, elapsed })), connection);
  } catch {
    return false;
  }
}

function failureIn({ signed, status }: Progress, cause: unknown): Failure {
  if (signed === undefined) return { reason: "unsent", cause };
  const failure = cause instanceof BodyTooLargeError ? { reason: "too-large" as const, cause } : failureOf(cause);
  return status === undefined ? failure : { ...failure, status };
}
