import { pause, raceAbort } from "../../http/timing/index.js";
import type { EventInbox, InboxClaim } from "./event-inbox.js";
import { Lease } from "./lease.js";
import { limitTime } from "./time-limit.js";

/** Context of the work on an event. */
export interface Work {
  /** Aborted when the lease is lost, because another process may then work on the event. */
  readonly signal: AbortSignal;
  /**
   * Answers the deliveries that wait or arrive while the work continues. The final answer replaces this one.
   *
   * @throws Error when the lease is lost, or the work has ended
   */
  interim(answer: string): Promise<void>;
}

/** Result of the work on an event. */
export interface WorkResult {
  readonly answer: string;
  /** True if later deliveries get this answer, too. Otherwise, the next delivery starts the work again. */
  readonly isKept: boolean;
  /** Work to do once the answer is stored. It does not reject. */
  readonly afterwards?: (() => Promise<void>) | undefined;
}

/** Problem that does not make any delivery fail. */
export interface InboxProblem {
  readonly kind: "lease-lost" | "answer-not-stored" | "failed-after-interim";
  readonly key: string;
  /** Description of the problem and its consequence. */
  readonly message: string;
  readonly cause: unknown;
}

/** Settings that all coordinators share. */
export interface CoordinatorSettings {
  readonly inbox: EventInbox;
  readonly leaseSeconds: number;
  readonly keepSeconds: number;
  /** Monotonic clock, in milliseconds. */
  readonly now: () => number;
  readonly report: (problem: InboxProblem) => void;
  /** Runs work without making deliveries wait for it. */
  readonly background: (work: () => Promise<void>) => void;
}

/** Event of a coordinator, and the work on it. */
export interface CoordinatorOptions {
  readonly key: string;
  readonly work: (work: Work) => Promise<WorkResult>;
  /** Called just before the waiting deliveries get the outcome. Later deliveries need a new coordinator. */
  readonly onEnd: (coordinator: DeliveryCoordinator) => void;
}

/**
 * Coordinates the deliveries of one event in this process, from the first delivery until the event is answered, here or
 * in another process, and the answer is stored. All deliveries in that time share the coordinator.
 */
export class DeliveryCoordinator {
  readonly #settings: CoordinatorSettings;
  readonly #options: CoordinatorOptions;
  readonly #owner = crypto.randomUUID();
  /** Answer that a delivery gets now. */
  #answer: Promise<string>;
  #settlers: { resolve(answer: string): void; reject(error: unknown): void } | undefined;
  #waiters = 0;
  /**
   * True while this coordinator waits for another owner: then it ends if no delivery waits. Work is never abandoned.
   */
  #isAbandonable = true;
  readonly #abandoned = new AbortController();
  /** Resolves when the coordinator has nothing left to do. */
  readonly ended: Promise<void>;

  constructor(settings: CoordinatorSettings, options: CoordinatorOptions) {
    this.#settings = settings;
    this.#options = options;
    this.#answer = new Promise((resolve, reject) => {
      this.#settlers = { resolve, reject };
    });
    this.ended = this.#run();
  }

  get key(): string {
    return this.#options.key;
  }

  /** True if all deliveries stopped waiting, so that there will be no answer. */
  get isAbandoned(): boolean {
    return this.#abandoned.signal.aborted;
  }

  /** Waits for the answer to a delivery. The signal ends the wait of this delivery only. */
  async answer(signal: AbortSignal | undefined): Promise<string> {
    this.#waiters += 1;
    try {
      return await (signal === undefined ? this.#answer : raceAbort(this.#answer, signal));
    } finally {
      this.#waiters -= 1;
      this.#abandonWithoutWaiters();
    }
  }

  async #run(): Promise<void> {
    try {
      const answer = await this.#findAnswer();
      this.#options.onEnd(this);
      this.#answerDeliveries(answer);
    } catch (error) {
      this.#options.onEnd(this);
      this.#fail(error);
    }
  }

  async #findAnswer(): Promise<string> {
    const claim = await this.#waitForClaim();
    return claim.state === "answered" ? claim.answer : this.#work(claim.askedAt);
  }

  /** Claims the event repeatedly until it is answered or leased to this coordinator. */
  async #waitForClaim(): Promise<FinalClaim> {
    for (let tries = 0; ; tries += 1) {
      const askedAt = this.#settings.now();
      const claim = await this.#claim();
      if (claim.state === "answered") return claim;
      if (claim.state === "claimed") return { ...claim, askedAt };
      await pause(computeDelay(tries, { first: 25, longest: 500 }), this.#abandoned.signal);
    }
  }

  async #claim(): Promise<InboxClaim> {
    const { inbox, leaseSeconds } = this.#settings;
    const claiming = inbox.claim(this.#options.key, this.#owner, leaseSeconds);
    try {
      const claim = await raceAbort(claiming, this.#abandoned.signal);
      this.#abandoned.signal.throwIfAborted();
      this.#isAbandonable = claim.state !== "claimed";
      return claim;
    } catch (error) {
      // The inbox may still grant the claim. Without a release, no one would work on the event until the lease ends.
      void claiming.catch(() => {}).then(() => this.#release());
      throw error;
    }
  }

  async #work(askedAt: number): Promise<string> {
    const { key, work } = this.#options;
    const onLost = (cause: Error): void => {
      this.#report("lease-lost", "the work was aborted, because another process may now work on the event", cause);
    };
    const lease = new Lease({ ...this.#settings, key, owner: this.#owner, onLost }, askedAt);
    const interim = async (answer: string): Promise<void> => {
      await lease.interim(answer);
      this.#answerDeliveries(answer);
    };
    const working = async (): Promise<WorkResult> => work({ signal: lease.signal, interim });
    const [outcome] = await Promise.allSettled([working()]);
    if (outcome.status === "rejected") return this.#dropOutcome(outcome, lease);
    const { isKept, afterwards } = outcome.value;
    const answer = await (isKept ? this.#keepAnswer(outcome.value.answer, lease) : this.#dropOutcome(outcome, lease));
    // If another owner's answer was used, that owner also does the rest.
    if (afterwards !== undefined && answer === outcome.value.answer) this.#settings.background(afterwards);
    return answer;
  }

  /** Stores the answer. Waiting deliveries get it then, or after {@link INBOX_WAIT} at the latest. */
  async #keepAnswer(answer: string, lease: Lease): Promise<string> {
    const timer = setTimeout(() => this.#answerDeliveries(answer), INBOX_WAIT);
    await lease.end();
    const hasOtherOwner = await this.#store(answer);
    clearTimeout(timer);
    if (!hasOtherOwner || this.#waiters === 0) return answer;
    const claim = await this.#waitForOtherOwner();
    if (claim?.state === "answered") return claim.answer;
    if (claim?.state === "claimed") await this.#store(answer); // the other owner has released the event
    return answer;
  }

  /** Releases the event, so that the next delivery starts the work again. */
  async #dropOutcome(outcome: PromiseSettledResult<WorkResult>, lease: Lease): Promise<string> {
    await limitTime(INBOX_WAIT, lease.end()).catch(() => {});
    const claim = lease.signal.aborted && this.#waiters > 0 ? await this.#waitForOtherOwner() : undefined;
    if (claim?.state === "answered") return claim.answer;
    await this.#release();
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value.answer;
  }

  /**
   * Waits for another owner of the event, so that all deliveries get the same answer. Returns `undefined` if no
   * delivery waits any more, or the inbox is unavailable.
   */
  #waitForOtherOwner(): Promise<FinalClaim | undefined> {
    this.#isAbandonable = true;
    return this.#waitForClaim().catch(() => undefined);
  }

  /**
   * Stores the answer. Retries for the length of a lease.
   *
   * @returns true if the inbox refused the answer because another owner has the event
   */
  async #store(answer: string): Promise<boolean> {
    const { inbox, keepSeconds, leaseSeconds, now } = this.#settings;
    const until = now() + leaseSeconds * 1000;
    for (let tries = 0; ; tries += 1) {
      try {
        const storing = inbox.answer(this.#options.key, this.#owner, answer, keepSeconds);
        const isStored = await limitTime(until - now(), storing);
        if (!isStored) this.#report("answer-not-stored", "another process has taken over the event");
        return !isStored;
      } catch (cause) {
        const left = until - now();
        if (left <= 0) {
          this.#report("answer-not-stored", "the next delivery will start the work again", cause);
          return false;
        }
        await pause(Math.min(left, computeDelay(tries, { first: 100, longest: 5_000 })));
      }
    }
  }

  /** Releases the event. If this fails, the lease expires by itself. */
  async #release(): Promise<void> {
    try {
      await limitTime(INBOX_WAIT, this.#settings.inbox.release(this.#options.key, this.#owner));
    } catch {}
  }

  #answerDeliveries(answer: string): void {
    this.#settlers?.resolve(answer);
    this.#settlers = undefined;
    this.#answer = Promise.resolve(answer);
  }

  #fail(error: unknown): void {
    if (this.#settlers === undefined) {
      this.#report("failed-after-interim", "the next delivery will start the work again", error);
    }
    this.#settlers?.reject(error);
  }

  #abandonWithoutWaiters(): void {
    if (this.#waiters === 0 && this.#isAbandonable) this.#abandoned.abort();
  }

  #report(kind: InboxProblem["kind"], consequence: string, cause?: unknown): void {
    const { key } = this.#options;
    this.#settings.report({ kind, key, message: `${problemTexts[kind]}: ${consequence}`, cause });
  }
}

/** Claim that needs no further waiting: the event is answered, or leased to this coordinator. */
type FinalClaim =
  | Extract<InboxClaim, { readonly state: "answered" }>
  | {
      readonly state: "claimed";
      /** Time of the claim, on this process's clock. */
      readonly askedAt: number;
    };

/** Maximum time for which deliveries wait for the inbox once there is an answer, in milliseconds. */
const INBOX_WAIT = 1_000;

const problemTexts = {
  "lease-lost": "the lease on an event was lost",
  "answer-not-stored": "the answer to an event was not stored",
  "failed-after-interim": "the work on an event failed after its interim answer",
};

/** Doubles the delay with each try and varies it by up to half, so that waiting processes do not all ask at once. */
function computeDelay(tries: number, { first, longest }: { readonly first: number; readonly longest: number }): number {
  return Math.min(longest, first * 2 ** tries) * (0.5 + Math.random());
}
