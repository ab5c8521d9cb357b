import type { OutcomeUnknownError } from "../errors.js";
import type { Signer } from "../oauth1/index.js";
import { type Allowance, neverSent } from "./allowance.js";
import { AnswerStream } from "./answer-stream.js";
import { type Advice, isApplicationError, isSuccess, type RefusedCall } from "./api-error.js";
import { type Answer, type Attempt, type AttemptResult, attemptsThrough } from "./attempt.js";
import { backoff } from "./backoff.js";
import { CallQueue } from "./call-queue.js";
import { interruption, reasonOf, reportOf, type SentAttempt, unknownOutcome } from "./ending.js";
import type { CallInfo, Hooks, Logger } from "./observers.js";
import { pause } from "./pause.js";
import { withoutQuery } from "./redaction.js";
import { retryAfter } from "./retry-after.js";
import { RetryBudget } from "./retry-budget.js";
import { finalVerdict, type Safety, type Setback, verdictOn } from "./retry-policy.js";
import type { Fetch } from "./sending.js";
import { TimedSignal } from "./timed-signal.js";
import { traced } from "./tracing.js";

/** What all calls of a client share. */
export interface TransportOptions {
  readonly fetch: Fetch;
  readonly signer: Signer;
  readonly maxConcurrency: number;
  readonly logger: Logger | undefined;
  readonly hooks: Hooks;
  /** What to look at next after a refusal. */
  readonly advice: Advice;
}

/** One call, however many attempts it takes. */
export interface OutgoingCall extends RefusedCall {
  readonly safety: Safety;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly maxRetries: number;
  readonly signal: AbortSignal | undefined;
  /** How to find out what became of it, where that is not known. */
  readonly lookUp?: string | undefined;
  /** Field of the body that carries the reference, where the document marks one. */
  readonly referencePath?: readonly string[] | undefined;
}

/** A success, and what it took. */
export interface Delivery {
  readonly answer: Answer;
  /** Attempts that were made. */
  readonly attempts: number;
  /** What of the answer is still coming, where the caller reads it. */
  readonly stream: AnswerStream | undefined;
  /** The error for an unsafe call whose answer came and cannot be used. */
  unknownOutcome(reason: string, options?: ErrorOptions & { body?: unknown }): Promise<OutcomeUnknownError>;
  /** What to throw where reading the stream was broken off by this. */
  interruption(cause: unknown): Promise<unknown>;
}

/** One attempt, and what of its answer is still coming. */
interface Turn {
  readonly sent: SentAttempt;
  readonly stream: AnswerStream | undefined;
}

/** Sends calls. What they share lives here alone: the queue, and the budget for repetitions. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #attempt: Attempt;
  readonly #queue: CallQueue;
  readonly #budget = new RetryBudget();

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#attempt = attemptsThrough(options.fetch, options.signer);
    this.#queue = new CallQueue(options.maxConcurrency);
  }

  /**
   * Sends a call until it succeeds or must not be repeated.
   *
   * @param time For the call with all its attempts and pauses.
   * @throws ApiError, ConnectionError, TimeoutError, OutcomeUnknownError, or the caller's own reason to abort
   */
  send(call: OutgoingCall, time: Allowance): Promise<Delivery> {
    const info = infoOf(call);
    return traced(info, () => this.#send(call, info, time));
  }

  async #send(call: OutgoingCall, info: CallInfo, time: Allowance): Promise<Delivery> {
    if (call.safety !== "safe") await this.#options.hooks.journal?.(info);
    for (let tries = 1, mayBeExecuted = false, mayRenew = true; ; tries++) {
      const { sent, stream } = await this.#inTurn(call, info, tries, time);
      if ("answer" in sent.outcome && isSuccess(sent.outcome.answer)) {
        this.#budget.refill();
        return delivery(call, sent, { answer: sent.outcome.answer, attempts: tries, stream });
      }
      const setback = setbackOf(sent.outcome, mayRenew && sent.isRenewed);
      mayRenew &&= !sent.isRenewed;
      mayBeExecuted ||= finalVerdict(setback, call.safety) === "unknown";
      const fail = () => this.#fail(call, sent, tries, mayBeExecuted);
      const delay = this.#delay(setback, sent, call, tries, time);
      if (delay === undefined) return fail();
      this.#options.hooks.retry?.({ ...info, attempt: tries, reason: reasonOf(sent), delay });
      this.#options.logger?.info(`${call.operation}: ${reasonOf(sent)}; trying again in ${Math.round(delay)} ms`);
      await pause(delay, time).catch(fail);
    }
  }

  /** One attempt when its turn comes. Its place is free for the next when it ends, or when its stream does. */
  async #inTurn(call: OutgoingCall, info: CallInfo, attempt: number, time: Allowance): Promise<Turn> {
    const leave = await this.#queue.enter(time).catch(neverSent(call, time, "no free connection"));
    const connection = new TimedSignal(call.timeout, time);
    let stream: AnswerStream | undefined;
    try {
      const sent = await this.#try(call, info, attempt, connection, time);
      const open = "answer" in sent.outcome ? sent.outcome.answer.open : undefined;
      if (open !== undefined) stream = new AnswerStream({ body: open, connection }, call, leave);
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
    time: Allowance,
  ): Promise<SentAttempt> {
    const { hooks, logger } = this.#options;
    hooks.request?.({ ...info, attempt });
    const sentAt = Date.now();
    const result = await this.#attempt(call, connection);
    const duration = Date.now() - sentAt;
    const outcome = connection.isTimeUp || time.isTimeUp ? timedOut(result.outcome) : result.outcome;
    const sent: SentAttempt = { ...result, outcome, sentAt };
    const status = "answer" in outcome ? outcome.answer.status : undefined;
    logger?.debug(
      `${info.operation} ${info.method} ${info.url}: ${status ?? reasonOf(sent)}, attempt ${attempt}, ${duration} ms`,
    );
    if (status !== undefined) hooks.response?.({ ...info, attempt, status, duration });
    return sent;
  }

  /** Milliseconds until the next attempt, or `undefined` where there must be none. */
  #delay(setback: Setback, sent: SentAttempt, call: OutgoingCall, tries: number, time: Allowance): number | undefined {
    if (time.aborted || tries > call.maxRetries) return undefined;
    // Whatever it may mean, a stream that was begun cannot be sent once more.
    if (call.body instanceof ReadableStream) return undefined;
    if (verdictOn(setback, call.safety, tries) !== "repeat") return undefined;
    const now = Date.now();
    const asked = "answer" in sent.outcome ? retryAfter(sent.outcome.answer.headers, now) : undefined;
    // What is wrong with a proof is not mended by waiting.
    const isRenewed = setback.kind === "status" && setback.isRenewed;
    const delay = isRenewed && asked === undefined ? 0 : backoff(tries, asked, Math.random);
    if (now + delay >= time.endsAt) return undefined;
    // One for a call, and only where something has changed: no storm comes of that.
    return isRenewed || this.#budget.spend() ? delay : undefined;
  }

  /** Ends a call that will not be repeated. */
  async #fail(call: OutgoingCall, sent: SentAttempt, tries: number, mayBeExecuted: boolean): Promise<never> {
    const wasAborted = call.signal?.aborted === true;
    const isAnswered = "answer" in sent.outcome && finalVerdict(setbackOf(sent.outcome), call.safety) === "report";
    if (mayBeExecuted && !isAnswered) {
      const cause = wasAborted
        ? call.signal?.reason
        : "failure" in sent.outcome
          ? sent.outcome.failure.cause
          : // The order manager answers 500 to what it refuses, and says why in the body.
            reportOf(call, sent, tries, this.#options.advice);
      throw await unknownOutcome(call, sent, wasAborted ? "the caller aborted it" : reasonOf(sent), { cause });
    }
    if (wasAborted) throw call.signal?.reason;
    throw reportOf(call, sent, tries, this.#options.advice);
  }
}

function infoOf({ operation, reference, method, url, safety }: OutgoingCall): CallInfo {
  return { operation, reference, method, url: withoutQuery(url), safety };
}

function delivery(
  call: OutgoingCall,
  sent: SentAttempt,
  received: Pick<Delivery, "answer" | "attempts" | "stream">,
): Delivery {
  return {
    ...received,
    unknownOutcome: (reason, options) => unknownOutcome(call, sent, reason, options),
    interruption: (cause) => interruption(call, sent, cause, received.answer.status),
  };
}

function setbackOf(outcome: AttemptResult["outcome"], isRenewed = false): Setback {
  if ("failure" in outcome) return { kind: "failure", failure: outcome.failure };
  const { answer } = outcome;
  return { kind: "status", status: answer.status, isApplicationError: isApplicationError(answer), isRenewed };
}

/** An attempt that was cut off by a clock failed for that reason, whatever the error says. */
function timedOut(outcome: AttemptResult["outcome"]): AttemptResult["outcome"] {
  if ("answer" in outcome) return outcome;
  const isProven = outcome.failure.reason !== "lost";
  return isProven ? outcome : { failure: { ...outcome.failure, reason: "timeout" } };
}
