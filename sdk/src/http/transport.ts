import type { ApiError } from "../errors.js";
import type { Signer } from "../oauth1/signers/index.js";
import { type Advice, isApplicationError, isSuccess, type RefusedCall } from "./api-error.js";
import { type Attempt, attemptsThrough } from "./attempt.js";
import { AnswerStream, type Delivery, type HttpResponse, retryAfter, withoutQuery } from "./body/index.js";
import { interruption, neverSent, reasonOf, reportOf } from "./call-outcome.js";
import type { Fetch } from "./fetch.js";
import { type CallInfo, type Notifier, traced } from "./hooks/index.js";
import { finalVerdict, type Setback, verdictOn } from "./retry-policy.js";
import type { Safety } from "./safety.js";
import { SentRecord } from "./sent-record.js";
import { type Allowance, backoff, CallQueue, pause, RetryBudget, settled, TimedSignal } from "./timing/index.js";
import { type AttemptResult, type SentAttempt, unknownOutcome } from "./unknown-outcome.js";

/** What all calls of a client share. */
export interface TransportOptions {
  readonly fetch: Fetch;
  readonly signer: Signer;
  readonly maxConcurrency: number;
  readonly notifier: Notifier;
  /** Tells what to check after a refusal. */
  readonly advice: Advice;
  /** Recognizes an answer by which the platform says that it did not execute the call, though its status leaves it open. */
  readonly refusalOf: RefusalReader;
}

/** Reads an answer as a refusal: the error for a call that was surely not executed, or `undefined`. */
export type RefusalReader = (call: RefusedCall, answer: HttpResponse) => ApiError | undefined;

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
   * Sends a call until it succeeds or must not be repeated, and reads its result.
   *
   * @param time For the call with all its attempts and pauses.
   * @param read Reads the result of a success.
   * @throws ApiError, ConnectionError, TimeoutError, OutcomeUnknownError, or the caller's own reason to abort
   */
  async send<Result>(
    call: OutgoingCall,
    time: Allowance,
    read: (delivery: Delivery) => Promise<Result>,
  ): Promise<Result> {
    const info = infoOf(call);
    const record = new SentRecord(call);
    try {
      return await read(await traced(info, () => this.#deliver(call, info, record, time)));
    } catch (error) {
      throw await record.concluded(error);
    }
  }

  async #deliver(call: OutgoingCall, info: CallInfo, record: SentRecord, time: Allowance): Promise<Delivery> {
    const { notifier, refusalOf } = this.#options;
    if (call.safety !== "safe") {
      await settled(notifier.journal(info), time).catch(neverSent(call, time, "hooks.journal did not finish"));
    }
    for (let tries = 1, mayRenew = true; ; tries++) {
      const { sent, stream } = await this.#inTurn(call, info, tries, time);
      record.add(sent);
      const answer = "answer" in sent.outcome ? sent.outcome.answer : undefined;
      if (answer !== undefined && isSuccess(answer)) {
        record.addSuccess(sent);
        this.#budget.refill();
        return delivery(call, sent, record, { answer, attempts: tries, stream });
      }
      const refusal = answer && refusalOf(call, answer);
      if (refusal !== undefined) throw record.decided(refusal);
      const setback = setbackOf(sent.outcome, mayRenew && sent.isRenewed);
      mayRenew &&= !sent.isRenewed;
      record.addSetback(sent, setback);
      const delay = this.#delay(setback, sent, call, tries, time);
      const fail = async (): Promise<never> => {
        throw record.decided(await this.#failure(call, sent, tries, record));
      };
      if (delay === undefined) return fail();
      notifier.retry({ ...info, attempt: tries, reason: reasonOf(sent), delay });
      notifier.info(`${call.operation}: ${reasonOf(sent)}; trying again in ${Math.round(delay)} ms`);
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
    const { notifier } = this.#options;
    notifier.request({ ...info, attempt });
    const sentAt = Date.now();
    const result = await this.#attempt(call, connection);
    const duration = Date.now() - sentAt;
    const outcome = connection.isTimeUp || time.isTimeUp ? timedOut(result.outcome) : result.outcome;
    const sent: SentAttempt = { ...result, outcome, sentAt };
    const status = "answer" in outcome ? outcome.answer.status : undefined;
    notifier.debug(
      () =>
        `${info.operation} ${info.method} ${info.url}: ${status ?? reasonOf(sent)}, attempt ${attempt}, ${duration} ms`,
    );
    if (status !== undefined) notifier.response({ ...info, attempt, status, duration });
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

  /** Error for a call that will not be repeated. */
  async #failure(call: OutgoingCall, sent: SentAttempt, tries: number, record: SentRecord): Promise<unknown> {
    const wasAborted = call.signal?.aborted === true;
    const isAnswered = "answer" in sent.outcome && finalVerdict(setbackOf(sent.outcome), call.safety) === "report";
    if (record.open !== undefined && !isAnswered) {
      const cause = wasAborted
        ? call.signal?.reason
        : "failure" in sent.outcome
          ? sent.outcome.failure.cause
          : // The order manager answers 500 to what it refuses, and says why in the body.
            reportOf(call, sent, tries, this.#options.advice);
      return unknownOutcome(call, sent, wasAborted ? "the caller aborted it" : reasonOf(sent), { cause });
    }
    return wasAborted ? call.signal?.reason : reportOf(call, sent, tries, this.#options.advice);
  }
}

function infoOf({ operation, reference, method, url, safety }: OutgoingCall): CallInfo {
  return { operation, reference, method, url: withoutQuery(url), safety };
}

function delivery(
  call: OutgoingCall,
  sent: SentAttempt,
  record: SentRecord,
  received: Pick<Delivery, "answer" | "attempts" | "stream">,
): Delivery {
  return {
    ...received,
    concluded: (error) => record.concluded(error),
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
