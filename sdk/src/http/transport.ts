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

/** Options that all calls of a client share. */
export interface TransportOptions {
  readonly fetch: Fetch;
  readonly signer: Signer;
  readonly maxConcurrency: number;
  readonly notifier: Notifier;
  /** Returns a hint on what to check after a refusal. */
  readonly refusalHint: RefusalHint;
  /** Recognizes a response that proves that the call was not executed, although its status does not. */
  readonly readRefusal: RefusalReader;
}

/** Reads a response as a refusal. Returns the error for a call that was not executed, or `undefined`. */
export type RefusalReader = (call: RefusedCall, response: HttpResponse) => ApiError | undefined;

/** Call with all its attempts. */
export interface OutgoingCall extends RefusedCall {
  readonly safety: Safety;
  /** Timeout for one attempt, in milliseconds. */
  readonly timeout: number;
  readonly maxRetries: number;
  readonly signal: AbortSignal | undefined;
  /** Call that resolves an unknown outcome, if there is one. */
  readonly recoveryHint?: string | undefined;
  /** Path of the body field that carries the reference, if the document marks one. */
  readonly referencePath?: readonly string[] | undefined;
}

/** Attempt, with the stream of its response if that is still arriving. */
interface FinishedAttempt {
  readonly sent: SentAttempt;
  readonly stream: ResponseStream | undefined;
}

/** Sends calls. Holds the state that they share: the queue and the retry budget. */
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
   * @param time Deadline of the call with all its attempts and pauses.
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
      const { sent, stream } = await this.#attemptInTurn(call, info, tries, time);
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
      const delay = this.#decideDelay(failed, sent, call, tries, time);
      const fail = async (): Promise<never> => {
        throw record.markDecided(await this.#createError(call, sent, tries, record));
      };
      if (delay === undefined) return fail();
      notifier.retry({ ...info, attempt: tries, reason: describeOutcome(sent), delay });
      notifier.info(`${call.operation}: ${describeOutcome(sent)}; retrying in ${Math.round(delay)} ms`);
      await pause(delay, time).catch(fail);
    }
  }

  /** Makes one attempt when its turn comes. It leaves the queue when it ends, or when its stream ends. */
  async #attemptInTurn(call: OutgoingCall, info: CallInfo, attempt: number, time: Deadline): Promise<FinishedAttempt> {
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

  /** Makes one attempt, within its own timeout and the deadline of the call. */
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

  /** Returns the delay before the next attempt, in milliseconds, or `undefined` if the call must not be repeated. */
  #decideDelay(
    failed: FailedAttempt,
    sent: SentAttempt,
    call: OutgoingCall,
    tries: number,
    time: Deadline,
  ): number | undefined {
    if (time.aborted || tries > call.maxRetries) return undefined;
    // A stream that was started cannot be sent again.
    if (call.body instanceof ReadableStream) return undefined;
    if (decideRetry(failed, call.safety, tries) !== "repeat") return undefined;
    const now = Date.now();
    const requested = "response" in sent.outcome ? readRetryAfter(sent.outcome.response.headers, now) : undefined;
    // Waiting does not fix a rejected proof.
    const isRenewed = failed.kind === "status" && failed.isRenewed;
    const delay = isRenewed && requested === undefined ? 0 : computeBackoff(tries, requested, Math.random);
    if (now + delay >= time.endsAt) return undefined;
    // A renewed proof is outside the budget: at most one per call, and only after a change, so it cannot cause a storm.
    return isRenewed || this.#budget.spend() ? delay : undefined;
  }

  /** Creates the error for a call that will not be repeated. */
  async #createError(call: OutgoingCall, sent: SentAttempt, tries: number, record: SentRecord): Promise<unknown> {
    const wasAborted = call.signal?.aborted === true;
    const isDecided =
      "response" in sent.outcome && decideOutcome(toFailedAttempt(sent.outcome), call.safety) === "report";
    if (record.open !== undefined && !isDecided) {
      const cause = wasAborted
        ? call.signal?.reason
        : "failure" in sent.outcome
          ? sent.outcome.failure.cause
          : // The order manager refuses with a 500, and gives the reason in the body.
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

/** Marks an attempt that ran out of time as a timeout, whatever its error says. */
function markTimeout(outcome: AttemptResult["outcome"]): AttemptResult["outcome"] {
  if ("response" in outcome) return outcome;
  const isProven = outcome.failure.reason !== "lost";
  return isProven ? outcome : { failure: { ...outcome.failure, reason: "timeout" } };
}
