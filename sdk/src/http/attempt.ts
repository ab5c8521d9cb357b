import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/index.js";
import { type Failure, failureOf } from "./failure.js";
import { redacted, redactedHeaders } from "./redaction.js";
import { BodyTooLargeError, readBytes, readText } from "./response-body.js";
import { settled } from "./settled.js";
import { type Fetch, signingFetch } from "./signing-fetch.js";
import type { TimedSignal } from "./timed-signal.js";

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** Exactly what will stand on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestContent | undefined;
  /** How the body of a success is read. That of an error is text. */
  readonly readingOf: (status: number, headers: Headers) => Reading;
}

/** What can be sent. All but a stream can be sent again. */
export type RequestContent = string | Uint8Array<ArrayBuffer> | Blob | FormData | ReadableStream<Uint8Array>;

/** How an answer is read: whole, or by the caller while it comes. */
export type Reading = "text" | "bytes" | "stream";

/** A complete answer, of whatever status; or the head of one whose body the caller reads. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Without anything that would prove who sent the request. */
  readonly text: string;
  /** Of a success that is read as bytes; its text is empty then. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Of a success that the caller reads; its text is empty then. */
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

/**
 * Attempts through ky, of which only what its two major versions agree on is used: no retry of its own, no timeout, no
 * error for a status, and the URL as a finished text. `searchParams` would rewrite RQL.
 */
export function attemptsThrough(fetch: Fetch, signer: Signer): Attempt {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async (request, connection) => {
    const progress: Progress = { signed: undefined, sentAt: 0, status: undefined, elapsed: 0 };
    try {
      // What was given to send with may not heed the signal.
      const answer = await settled(answered(client, { fetch, signer, request, connection, progress }), connection);
      const isRenewed = answer.status === 401 && (await renewed(signer, progress, answer, connection));
      return { outcome: { answer }, signed: progress.signed, isRenewed };
    } catch (error) {
      // What is not signed has not left. Unless the call was ended, what went wrong is the caller's to see as it is.
      if (progress.signed === undefined && !connection.aborted) throw error;
      return { outcome: { failure: failureIn(progress, error) }, signed: progress.signed, isRenewed: false };
    }
  };
}

/** What an attempt is made with. */
interface Sending {
  readonly fetch: Fetch;
  readonly signer: Signer;
  readonly request: UnsignedRequest;
  readonly connection: TimedSignal;
  readonly progress: Progress;
}

async function answered(
  client: KyInstance,
  { fetch, signer, request, connection, progress }: Sending,
): Promise<Answer> {
  const { method, url, headers, body } = request;
  // ky would split a stream in two and keep in memory what the unread half has not passed on.
  const stream = body instanceof ReadableStream ? body : undefined;
  const signed = signingFetch(fetch, signer, stream, (signedRequest) => {
    progress.signed = signedRequest;
    progress.sentAt = performance.now();
  });
  const content = body === undefined || stream ? {} : { body };
  const response = await client(url, { method, headers, signal: connection.signal, fetch: signed, ...content });
  progress.status = response.status;
  progress.elapsed = performance.now() - progress.sentAt;
  return answerOf(response, progress.signed, request);
}

/** Reads an answer: to its end, or to that of its head where the caller reads on. */
async function answerOf(response: Response, sent: Request | undefined, request: UnsignedRequest): Promise<Answer> {
  const { status, headers, body } = response;
  const reading = response.ok ? request.readingOf(status, headers) : "text";
  if (reading === "stream" && body !== null) return { status, headers, text: "", open: body };
  if (reading === "bytes") return { status, headers, text: "", bytes: await readBytes(response) };
  const text = redacted(await readText(response), sent, request);
  // The headers of a success go to the caller alone; those of an error into the error, and from there anywhere.
  return { status, headers: response.ok ? headers : redactedHeaders(headers, sent, request), text };
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
