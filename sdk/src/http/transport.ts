import type { ApiError } from "../errors/index.js";
import type { Signer } from "../oauth1/signers/index.js";
import { isApplicationError, isSuccess, type RefusalHint, type RefusedCall } from "./api-error.js";
import { type Attempt, createAttempt } from "./attempt.js";
import { type HttpResponse, ResponseStream, readRetryAfter, type SuccessfulCall, stripQuery } from "./body/index.js";
import { createFailureError, createInterruptionError, describeOutcome, rethrowAsNeverSent } from "./call-outcome.js";
import type { Fetch } from "./fetch.js";
import { type CallInfo, type Notifier, trace } from "./hooks/index.js";
import { decideOutcome, decideRetry, type FailedAttempt } from "./retry-policy.js";
import type { Safety } from "./safety.js";
import { SentRecord } from "./sent-record.js";
import {
  CallQueue,
  computeBackoff,
  type Deadline,
  pause,
  RetryBudget,
  raceAbort,
  TimedSignal,
} from "./timing/index.js";
import { type AttemptResult, createUnknownOutcomeError, type SentAttempt } from "./unknown-outcome.js";

/** What all calls of a client share. */
export interface TransportOptions {
  readonly fetch: Fetch;
  readonly signer: Signer;
  readonly maxConcurrency: number;
  readonly notifier: Notifier;
  /** Tells what to check after a refusal. */
  readonly refusalHint: RefusalHint;
  /** Recognizes an answer by which the platform says that it did not execute the call, though its status leaves it open. */
  readonly readRefusal: RefusalReader;
}

/** Reads an answer as a refusal: the error for a call that was surely not executed, or `undefined`. */
export type RefusalReader = (call: RefusedCall, response: HttpResponse) => ApiError | undefined;

/** One call, however many attempts it takes. */
export interface OutgoingCall extends RefusedCall {
  readonly safety: Safety;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly maxRetries: number;
  readonly signal: AbortSignal | undefined;
  /** How to find out what became of it, where that is not known. */
  readonly recoveryHint?: string | undefined;
  /** Field of the body that carries the reference, where the document marks one. */
  readonly referencePath?: readonly string[] | undefined;
}

/** One attempt, and what of its answer is still coming. */
interface FinishedAttempt {
  readonly sent: SentAttempt;
  readonly stream: ResponseStream | undefined;
}

/** Sends calls. What they share lives here alone: the queue, and the budget for repetitions. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #attempt: Attempt;
  readonly #queue: CallQueue;
  readonly #budget = new RetryBudget();

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#attempt = createAttempt(options.fetch, options.signer);
    this.#queue = new CallQueue(options.maxConcurrency);
  }

  /**
   * Sends a call until it succeeds or must not be repeated, and reads its result.
   *
   * @param time For the call with all its attempts and pauses.
   * @param read Reads the result of a success.
   * @throws ApiError, ConnectionError, TimeoutError, OutcomeUnknownError, or the caller's own reason to abort
   */
  async send<Result>(
    call: OutgoingCall,
    time: Deadline,
    read: (delivery: SuccessfulCall) => Promise<Result>,
  ): Promise<Result> {
    const info = toCallInfo(call);
    const record = new SentRecord(call);
    try {
      return await read(await trace(info, () => this.#deliver(call, info, record, time)));
    } catch (error) {
      throw await record.conclude(error);
    }
  }

  async #deliver(call: OutgoingCall, info: CallInfo, record: SentRecord, time: Deadline): Promise<SuccessfulCall> {
    const { notifier, readRefusal } = this.#options;
    if (call.safety !== "safe") {
      await raceAbort(notifier.journal(info), time).catch(
        rethrowAsNeverSent(call, time, "hooks.journal did not finish"),
      );
    }
    for (let tries = 1, mayRenew = true; ; tries++) {
      const { sent, stream } = await this.#inTurn(call, info, tries, time);
      record.add(sent);
      const response = "response" in sent.outcome ? sent.outcome.response : undefined;
      if (response !== undefined && isSuccess(response)) {
        record.addSuccess(sent);
        this.#budget.refill();
        return createSuccess(call, sent, record, { response, attempts: tries, stream });
      }
      const refusal = response && readRefusal(call, response);
      if (refusal !== undefined) throw record.markDecided(refusal);
      const failed = toFailedAttempt(sent.outcome, mayRenew && sent.isRenewed);
      mayRenew &&= !sent.isRenewed;
      record.addFailure(sent, failed);
      const delay = this.#delay(failed, sent, call, tries, time);
      const fail = async (): Promise<never> => {
        throw record.markDecided(await this.#failure(call, sent, tries, record));
      };
      if (delay === undefined) return fail();
      notifier.retry({ ...info, attempt: tries, reason: describeOutcome(sent), delay });
      notifier.info(`${call.operation}: ${describeOutcome(sent)}; trying again in ${Math.round(delay)} ms`);
      await pause(delay, time).catch(fail);
    }
  }

  /** One attempt when its turn comes. Its place is free for the next when it ends, or when its stream does. */
  async #inTurn(call: OutgoingCall, info: CallInfo, attempt: number, time: Deadline): Promise<FinishedAttempt> {
    const leave = await this.#queue.enter(time).catch(rethrowAsNeverSent(call, time, "no free connection"));
    const connection = new TimedSignal(call.timeout, time);
    let stream: ResponseStream | undefined;
    try {
      const sent = await this.#try(call, info, attempt, connection, time);
      const open = "response" in sent.outcome ? sent.outcome.response.open : undefined;
      if (open !== undefined) stream = new ResponseStream({ body: open, connection }, call, leave);
      return { sent, stream };
    } finally {
      connection.release();
      if (stream === undefined) leave();
    }
  }

  /** One attempt, within its own time and the call's. */
  async #try(
    call: OutgoingCall,
    info: CallInfo,
    attempt: number,
    connection: TimedSignal,
    time: Deadline,
  ): Promise<SentAttempt> {
    const { notifier } = this.#options;
    notifier.request({ ...info, attempt });
    const sentAt = Date.now();
    const result = await this.#attempt(call, connection);
    const duration = Date.now() - sentAt;
    const outcome = connection.isTimeUp || time.isTimeUp ? markTimeout(result.outcome) : result.outcome;
    const sent: SentAttempt = { ...result, outcome, sentAt };
    const status = "response" in outcome ? outcome.response.status : undefined;
    notifier.debug(
      () =>
        `${info.operation} ${info.method} ${info.url}: ${status ?? describeOutcome(sent)}, attempt ${attempt}, ${duration} ms`,
    );
    if (status !== undefined) notifier.response({ ...info, attempt, status, duration });
    return sent;
  }

  /** Milliseconds until the next attempt, or `undefined` where there must be none. */
  #delay(
    failed: FailedAttempt,
    sent: SentAttempt,
    call: OutgoingCall,
    tries: number,
    time: Deadline,
  ): number | undefined {
    if (time.aborted || tries > call.maxRetries) return undefined;
    // Whatever it may mean, a stream that was begun cannot be sent once more.
    if (call.body instanceof ReadableStream) return undefined;
    if (decideRetry(failed, call.safety, tries) !== "repeat") return undefined;
    const now = Date.now();
    const asked = "response" in sent.outcome ? readRetryAfter(sent.outcome.response.headers, now) : undefined;
    // What is wrong with a proof is not mended by waiting.
    const isRenewed = failed.kind === "status" && failed.isRenewed;
    const delay = isRenewed && asked === undefined ? 0 : computeBackoff(tries, asked, Math.random);
    if (now + delay >= time.endsAt) return undefined;
    // One for a call, and only where something has changed: no storm comes of that.
    return isRenewed || this.#budget.spend() ? delay : undefined;
  }

  /** Error for a call that will not be repeated. */
  async #failure(call: OutgoingCall, sent: SentAttempt, tries: number, record: SentRecord): Promise<unknown> {
    const wasAborted = call.signal?.aborted === true;
    const isAnswered =
      "response" in sent.outcome && decideOutcome(toFailedAttempt(sent.outcome), call.safety) === "report";
    if (record.open !== undefined && !isAnswered) {
      const cause = wasAborted
        ? call.signal?.reason
        : "failure" in sent.outcome
          ? sent.outcome.failure.cause
          : // The order manager answers 500 to what it refuses, and says why in the body.
            createFailureError(call, sent, tries, this.#options.refusalHint);
      return createUnknownOutcomeError(call, sent, wasAborted ? "the caller aborted it" : describeOutcome(sent), {
        cause,
      });
    }
    return wasAborted ? call.signal?.reason : createFailureError(call, sent, tries, this.#options.refusalHint);
  }
}

function toCallInfo({ operation, reference, method, url, safety }: OutgoingCall): CallInfo {
  return { operation, reference, method, url: stripQuery(url), safety };
}

function createSuccess(
  call: OutgoingCall,
  sent: SentAttempt,
  record: SentRecord,
  received: Pick<SuccessfulCall, "response" | "attempts" | "stream">,
): SuccessfulCall {
  return {
    ...received,
    conclude: (error) => record.conclude(error),
    createInterruptionError: (cause) => createInterruptionError(call, sent, cause, received.response.status),
  };
}

function toFailedAttempt(outcome: AttemptResult["outcome"], isRenewed = false): FailedAttempt {
  if ("failure" in outcome) return { kind: "failure", failure: outcome.failure };
  const { response } = outcome;
  return { kind: "status", status: response.status, isApplicationError: isApplicationError(response), isRenewed };
}

/** An attempt that was cut off by a clock failed for that reason, whatever the error says. */
function markTimeout(outcome: AttemptResult["outcome"]): AttemptResult["outcome"] {
  if ("response" in outcome) return outcome;
  const isProven = outcome.failure.reason !== "lost";
  return isProven ? outcome : { failure: { ...outcome.failure, reason: "timeout" } };
}
