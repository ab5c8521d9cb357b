import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/index.js";
import { type Failure, failureOf } from "./failure.js";
import { nonceOf, redacted } from "./redaction.js";
import { BodyTooLargeError, readText } from "./response-body.js";
import { type Fetch, signingFetch } from "./signing-fetch.js";

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  /** Exactly what will stand on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A complete answer, of whatever status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Without anything that would prove who sent the request. */
  readonly text: string;
}

/** How one attempt ended. */
export interface AttemptResult {
  readonly outcome: { readonly answer: Answer } | { readonly failure: Failure };
  /** The nonce that it carried. */
  readonly nonce: string | undefined;
}

/** Makes one attempt: signs, sends, reads the whole answer. Rejects only where signing does. */
export type Attempt = (request: UnsignedRequest, signal: AbortSignal) => Promise<AttemptResult>;

/**
 * Attempts through ky, of which only what its two major versions agree on is used: no retry of its own, no timeout, no
 * error for a status, and the URL as a finished text. `searchParams` would rewrite RQL.
 */
export function attemptsThrough(fetch: Fetch, signer: Signer): Attempt {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async ({ method, url, headers, body }, signal) => {
    const sending = { signed: undefined as Request | undefined };
    const signed = signingFetch(fetch, signer, (request) => {
      sending.signed = request;
    });
    try {
      const response = await settled(
        client(url, { method, headers, signal, fetch: signed, ...(body === undefined ? {} : { body }) }),
        signal,
      );
      const outcome = await answerOf(response, sending.signed, signal);
      return { outcome, nonce: nonceOf(sending.signed) };
    } catch (error) {
      if (sending.signed !== undefined)
        return { outcome: { failure: failureOf(error) }, nonce: nonceOf(sending.signed) };
      // What is not signed has not left. Unless the call was ended, what went wrong is the caller's to see as it is.
      if (!signal.aborted) throw error;
      return { outcome: { failure: { reason: "unsent", cause: error } }, nonce: undefined };
    }
  };
}

async function answerOf(
  response: Response,
  sent: Request | undefined,
  signal: AbortSignal,
): Promise<AttemptResult["outcome"]> {
  try {
    const text = redacted(await settled(readText(response), signal), sent);
    return { answer: { status: response.status, headers: response.headers, text } };
  } catch (cause) {
    const { reason } = failureOf(cause);
    const isTooLarge = cause instanceof BodyTooLargeError;
    return { failure: { reason: isTooLarge ? "too-large" : reason, cause, status: response.status } };
  }
}

/** Rejects as soon as the signal is aborted, also where what is waited for does not heed it. */
function settled<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
