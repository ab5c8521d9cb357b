import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/index.js";
import type { OpenBody } from "./answer-stream.js";
import { type Connection, connectionWithin } from "./connection.js";
import { type Failure, failureOf } from "./failure.js";
import { nonceOf, redacted, redactedHeaders } from "./redaction.js";
import { BodyTooLargeError, readBytes, readText } from "./response-body.js";
import { settled } from "./settled.js";
import { type Fetch, signingFetch } from "./signing-fetch.js";

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
  readonly open?: OpenBody;
}

/** How one attempt ended. */
export interface AttemptResult {
  readonly outcome: { readonly answer: Answer } | { readonly failure: Failure };
  /** The nonce that it carried. */
  readonly nonce: string | undefined;
  /** Whether it was answered 401 and its signer says that another signature may be accepted. */
  readonly isRenewed: boolean;
}

/** Makes one attempt: signs, sends, reads the whole answer. Rejects only where signing does. */
export type Attempt = (request: UnsignedRequest, signal: AbortSignal) => Promise<AttemptResult>;

/**
 * Attempts through ky, of which only what its two major versions agree on is used: no retry of its own, no timeout, no
 * error for a status, and the URL as a finished text. `searchParams` would rewrite RQL.
 */
export function attemptsThrough(fetch: Fetch, signer: Signer): Attempt {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async (request, signal) => {
    const { method, url, headers, body } = request;
    const sending = { signed: undefined as Request | undefined, at: 0 };
    const connection = connectionWithin(signal);
    // ky would split a stream in two and keep in memory what the unread half has not passed on.
    const stream = body instanceof ReadableStream ? body : undefined;
    const signed = signingFetch(fetch, signer, stream, (signedRequest) => {
      sending.signed = signedRequest;
      sending.at = performance.now();
    });
    try {
      const content = body === undefined || stream ? {} : { body };
      const sent = client(url, { method, headers, signal: connection.signal, fetch: signed, ...content });
      const response = await settled(sent, signal);
      const elapsed = performance.now() - sending.at;
      const outcome = await answerOf(response, sending.signed, { signal, connection, request });
      const isRenewed = await renewed(signer, sending.signed, outcome, { elapsed, signal });
      return { outcome, nonce: nonceOf(sending.signed), isRenewed };
    } catch (error) {
      if (sending.signed !== undefined)
        return { outcome: { failure: failureOf(error) }, nonce: nonceOf(sending.signed), isRenewed: false };
      // What is not signed has not left. Unless the call was ended, what went wrong is the caller's to see as it is.
      if (!signal.aborted) throw error;
      return { outcome: { failure: { reason: "unsent", cause: error } }, nonce: undefined, isRenewed: false };
    }
  };
}

/** Whether the signer of a refused request has another proof. What goes wrong on the way to it changes nothing. */
async function renewed(
  signer: Signer,
  sent: Request | undefined,
  outcome: AttemptResult["outcome"],
  { elapsed, signal }: { readonly elapsed: number; readonly signal: AbortSignal },
): Promise<boolean> {
  if (sent === undefined || !("answer" in outcome) || outcome.answer.status !== 401) return false;
  const { headers, text } = outcome.answer;
  try {
    return (await settled(Promise.resolve(signer.renew?.(sent, { headers, text, elapsed })), signal)) === true;
  } catch {
    return false;
  }
}

/** What an attempt was made with. */
interface Sending {
  readonly signal: AbortSignal;
  readonly connection: Connection;
  readonly request: UnsignedRequest;
}

async function answerOf(
  response: Response,
  sent: Request | undefined,
  { signal, connection, request }: Sending,
): Promise<AttemptResult["outcome"]> {
  const { status, headers, body } = response;
  const reading = response.ok ? request.readingOf(status, headers) : "text";
  try {
    if (reading === "stream" && body !== null) {
      return { answer: { status, headers, text: "", open: { body, connection: connection.handOver() } } };
    }
    if (reading === "bytes") {
      return { answer: { status, headers, text: "", bytes: await settled(readBytes(response), signal) } };
    }
    const text = redacted(await settled(readText(response), signal), sent, request);
    // Those of a success go to the caller alone; those of an error into the error, and from there anywhere.
    return { answer: { status, headers: response.ok ? headers : redactedHeaders(headers, sent, request), text } };
  } catch (cause) {
    const { reason } = failureOf(cause);
    const isTooLarge = cause instanceof BodyTooLargeError;
    return { failure: { reason: isTooLarge ? "too-large" : reason, cause, status } };
  }
}
