import type { Signer } from "../oauth1/signers/index.js";
import { BodyTooLargeError, type HttpResponse, readBytes, readText, type UnsignedRequest } from "./body/index.js";
import { type Failure, readFailure } from "./evidence/index.js";
import type { Fetch } from "./fetch.js";
import { redactHeaders, redactText } from "./redaction.js";
import { createSend, type Send } from "./send.js";
import { raceAbort, type TimedSignal } from "./timing/index.js";
import type { AttemptResult } from "./unknown-outcome.js";

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
export function createAttempt(fetch: Fetch, signer: Signer): Attempt {
  const send = createSend(fetch, signer);
  return async (request, connection) => {
    const progress: Progress = { signed: undefined, sentAt: 0, status: undefined, elapsed: 0 };
    try {
      // A `fetch` of the user may ignore the signal.
      const response = await raceAbort(exchange(send, request, connection, progress), connection);
      const isRenewed = response.status === 401 && (await renewSignature(signer, progress, response, connection));
      return { outcome: { response }, signed: progress.signed, isRenewed };
    } catch (error) {
      // What is not signed has not left. Unless the call was ended, what went wrong is the caller's to see as it is.
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

/** Reads an answer: to its end, or to that of its head where the caller reads on. */
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
    // The headers of a success go to the caller alone; those of an error into the error, and from there anywhere.
    headers: response.ok ? headers : redactHeaders(headers, sent, request),
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
