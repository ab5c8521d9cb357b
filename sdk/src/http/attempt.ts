import type { Signer } from "../oauth1/signers/index.js";
import { BodyTooLargeError, type HttpResponse, readBytes, readText, type UnsignedRequest } from "./body/index.js";
import { type Failure, readFailure } from "./evidence/index.js";
import type { Fetch } from "./fetch.js";
import { redactHeaders, redactText } from "./redaction.js";
import { createSend, type Send } from "./send.js";
import { raceAbort, type TimedSignal } from "./timing/index.js";
import type { AttemptResult } from "./unknown-outcome.js";

/** State of an attempt that is in progress. */
interface Progress {
  signed: Request | undefined;
  /** Time of sending, by the monotonic clock. */
  sentAt: number;
  /** Status of the response, once its head has arrived. */
  status: number | undefined;
  /** Time from sending to the head of the response, in milliseconds. */
  elapsed: number;
}

/** Makes one attempt: signs, sends, and reads the whole response. Rejects only if signing fails. */
export type Attempt = (request: UnsignedRequest, connection: TimedSignal) => Promise<AttemptResult>;

/** Creates the function that makes attempts with a `fetch` and a signer. */
export function createAttempt(fetch: Fetch, signer: Signer): Attempt {
  const send = createSend(fetch, signer);
  return async (request, connection) => {
    const progress: Progress = { signed: undefined, sentAt: 0, status: undefined, elapsed: 0 };
    try {
      // The user's own `fetch` may ignore the signal.
      const response = await raceAbort(exchange(send, request, connection, progress), connection);
      const isRenewed = response.status === 401 && (await renewSignature(signer, progress, response, connection));
      return { outcome: { response }, signed: progress.signed, isRenewed };
    } catch (error) {
      // An unsigned request was not sent. Unless the call was aborted, pass the signer's own error to the caller.
      if (progress.signed === undefined && !connection.aborted) throw error;
      return { outcome: { failure: toFailure(progress, error) }, signed: progress.signed, isRenewed: false };
    }
  };
}

async function exchange(
  send: Send,
  request: UnsignedRequest,
  connection: TimedSignal,
  progress: Progress,
): Promise<HttpResponse> {
  const response = await send(request, connection, (signed) => {
    progress.signed = signed;
    progress.sentAt = performance.now();
  });
  progress.status = response.status;
  progress.elapsed = performance.now() - progress.sentAt;
  return readResponse(response, progress.signed, request);
}

/** Reads a response: completely, or only its head if the caller reads the body. */
async function readResponse(
  response: Response,
  sent: Request | undefined,
  request: UnsignedRequest,
): Promise<HttpResponse> {
  const { status, headers, body } = response;
  const redact = (part: string): string => redactText(part, sent, request);
  const reading = response.ok ? request.bodyFormatOf(status, headers) : "text";
  if (reading === "stream" && body !== null) return { status, headers, text: "", raw: "", redact, open: body };
  if (reading === "bytes") return { status, headers, text: "", raw: "", redact, bytes: await readBytes(response) };
  const raw = await readText(response);
  let text: string | undefined;
  return {
    status,
    // Only the caller sees the headers of a success. Those of an error become part of the error, which may go anywhere.
    headers: response.ok ? headers : redactHeaders(headers, sent, request),
    raw,
    redact,
    // Computed on demand: hardly any success needs it.
    get text() {
      text ??= redact(raw);
      return text;
    },
  };
}

/** Returns true if the signer of a refused request has another proof to try. Its errors count as false. */
async function renewSignature(
  signer: Signer,
  { signed, elapsed }: Progress,
  { headers, text }: HttpResponse,
  connection: TimedSignal,
): Promise<boolean> {
  if (signed === undefined || signer.renew === undefined) return false;
  try {
    return await raceAbort(Promise.resolve(signer.renew(signed, { headers, text, elapsed })), connection);
  } catch {
    return false;
  }
}

function toFailure({ signed, status }: Progress, cause: unknown): Failure {
  if (signed === undefined) return { reason: "unsent", cause };
  const failure = cause instanceof BodyTooLargeError ? { reason: "too-large" as const, cause } : readFailure(cause);
  return status === undefined ? failure : { ...failure, status };
}
