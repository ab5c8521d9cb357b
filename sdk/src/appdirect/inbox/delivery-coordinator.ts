import { pause, raceAbort } from "../../http/timing/index.js";
import type { EventInbox, InboxClaim } from "./event-inbox.js";
import { Lease } from "./lease.js";
import { limitTime } from "./time-limit.js";

/** What the work on an event is given. */
export interface Work {
  /** Aborted when the lease is lost: somebody else works on the event by then, or may. */
  readonly signal: AbortSignal;
  /**
   * Answers those who wait, and deliveries in the meantime, while the work goes on. What the work comes to takes its place.
   *
   * @throws Error when the lease is lost, or the work has ended
   */
  interim(answer: string): Promise<void>;
}

/** What the work on an event came to. */
export interface WorkResult {
  readonly answer: string;
  /** Whether later deliveries get this answer too. Else the next one is worked on. */
  readonly isKept: boolean;
  /** What is left to do once the answer is stored. It does not reject. */
  readonly afterwards?: (() => Promise<void>) | undefined;
}

/** What went wrong beside the deliveries, none of which fails for it. */
export interface InboxProblem {
  readonly kind: "lease-lost" | "answer-not-stored" | "failed-after-interim";
  readonly key: string;
  /** What happened, and what comes of it. */
  readonly message: string;
  readonly cause: unknown;
}

/** What all turns have in common. */
export interface CoordinatorSettings {
  readonly inbox: EventInbox;
  readonly leaseSeconds: number;
  readonly keepSeconds: number;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
  readonly report: (problem: InboxProblem) => void;
  /** Has something done beside the deliveries. */
  readonly background: (work: () => Promise<void>) => void;
}

/** Which event has its turn, and what is done about it. */
export interface CoordinatorOptions {
  readonly key: string;
  readonly work: (work: Work) => Promise<WorkResult>;
  /** Called as those who wait hear of the end: what is delivered from then on has a turn of its own. */
  readonly onEnd: (turn: DeliveryCoordinator) => void;
}

/**
 * An event that has its turn in this process: from the first delivery until it is answered, here or elsewhere, and the
 * answer is stored. All deliveries in the meantime share it.
 */
export class DeliveryCoordinator {
  readonly #settings: CoordinatorSettings;
  readonly #options: CoordinatorOptions;
  readonly #owner = crypto.randomUUID();
  /** What a delivery gets now. */
  #answer: Promise<string>;
  #settle: { resolve(answer: string): void; reject(error: unknown): void } | undefined;
  #waiters = 0;
  /** Whether it ends when nobody waits for it: while it waits itself. What is worked on goes on. */
  #isAbandonable = true;
  readonly #abandoned = new AbortController();
  /** Resolves when nothing of it is left to do. */
  readonly ended: Promise<void>;

  constructor(settings: CoordinatorSettings, options: CoordinatorOptions) {
    this.#settings = settings;
    this.#options = options;
    this.#answer = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.ended = this.#run();
  }

  get key(): string {
    return this.#options.key;
  }

  /** Whether all who waited have left, so that it comes to nothing. */
  get isAbandoned(): boolean {
    return this.#abandoned.signal.aborted;
  }

  /** The answer to a delivery. The signal ends the waiting of this delivery alone. */
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
      const answer = await this.#answered();
      this.#options.onEnd(this);
      this.#give(answer);
    } catch (error) {
      this.#options.onEnd(this);
      this.#fail(error);
    }
  }

  async #answered(): Promise<string> {
    const claim = await this.#claimed();
    return claim.state === "answered" ? claim.answer : this.#worked(claim.askedAt);
  }

  /** Asks until the event is answered or this turn's. */
  async #claimed(): Promise<Claimed> {
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
      // The inbox may have heard it all the same, now or later, and nobody would work on the event until the lease ends.
      void claiming.catch(() => {}).then(() => this.#giveBack());
      throw error;
    }
  }

  async #worked(askedAt: number): Promise<string> {
    const { key, work } = this.#options;
    const onLost = (cause: Error): void => {
      this.#report("lease-lost", "the work was told to stop, since somebody else works on it by now, or may", cause);
    };
    const lease = new Lease({ ...this.#settings, key, owner: this.#owner, onLost }, askedAt);
    const interim = async (answer: string): Promise<void> => {
      await lease.interim(answer);
      this.#give(answer);
    };
    const working = async (): Promise<WorkResult> => work({ signal: lease.signal, interim });
    const [outcome] = await Promise.allSettled([working()]);
    if (outcome.status === "rejected") return this.#notKept(outcome, lease);
    const { isKept, afterwards } = outcome.value;
    const answer = await (isKept ? this.#kept(outcome.value.answer, lease) : this.#notKept(outcome, lease));
    // Where it is another's answer by now, the other sees to the rest as well.
    if (afterwards !== undefined && answer === outcome.value.answer) this.#settings.background(afterwards);
    return answer;
  }

  /** Stores the answer. Those who wait get it by then, and no later than after {@link PATIENCE}. */
  async #kept(answer: string, lease: Lease): Promise<string> {
    const impatient = setTimeout(() => this.#give(answer), PATIENCE);
    await lease.end();
    const isOthers = await this.#store(answer);
    clearTimeout(impatient);
    if (!isOthers || this.#waiters === 0) return answer;
    const claim = await this.#claimOfOthers();
    if (claim?.state === "answered") return claim.answer;
    if (claim?.state === "claimed") await this.#store(answer); // the other has given the event back
    return answer;
  }

  /** Gives the event back. */
  async #notKept(outcome: PromiseSettledResult<WorkResult>, lease: Lease): Promise<string> {
    await limitTime(PATIENCE, lease.end()).catch(() => {});
    const claim = lease.signal.aborted && this.#waiters > 0 ? await this.#claimOfOthers() : undefined;
    if (claim?.state === "answered") return claim.answer;
    await this.#giveBack();
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value.answer;
  }

  /**
   * What becomes of an event that somebody else has taken on: all deliveries get one answer, which is that one's by now.
   * `undefined` where nobody waits for it any more, or the inbox is away.
   */
  #claimOfOthers(): Promise<Claimed | undefined> {
    this.#isAbandonable = true;
    return this.#claimed().catch(() => undefined);
  }

  /**
   * Tries for as long as a lease is.
   *
   * @returns whether somebody else has the event, so that the answer was refused
   */
  async #store(answer: string): Promise<boolean> {
    const { inbox, keepSeconds, leaseSeconds, now } = this.#settings;
    const until = now() + leaseSeconds * 1000;
    for (let tries = 0; ; tries += 1) {
      try {
        const storing = inbox.answer(this.#options.key, this.#owner, answer, keepSeconds);
        const isStored = await limitTime(until - now(), storing);
        if (!isStored) this.#report("answer-not-stored", "somebody else has taken the event on in the meantime");
        return !isStored;
      } catch (cause) {
        const left = until - now();
        if (left <= 0) {
          this.#report("answer-not-stored", "delivered again, the event is worked on again", cause);
          return false;
        }
        await pause(Math.min(left, computeDelay(tries, { first: 100, longest: 5_000 })));
      }
    }
  }

  /** Where that fails, the lease ends by itself. */
  async #giveBack(): Promise<void> {
    try {
      await limitTime(PATIENCE, this.#settings.inbox.release(this.#options.key, this.#owner));
    } catch {}
  }

  #give(answer: string): void {
    this.#settle?.resolve(answer);
    this.#settle = undefined;
    this.#answer = Promise.resolve(answer);
  }

  #fail(error: unknown): void {
    if (this.#settle === undefined) {
      this.#report("failed-after-interim", "delivered again, the event is worked on again", error);
    }
    this.#settle?.reject(error);
  }

  #abandonWithoutWaiters(): void {
    if (this.#waiters === 0 && this.#isAbandonable) this.#abandoned.abort();
  }

  #report(kind: InboxProblem["kind"], consequence: string, cause?: unknown): void {
    const { key } = this.#options;
    this.#settings.report({ kind, key, message: `${problemTexts[kind]}: ${consequence}`, cause });
  }
}

/** A claim that is decided: answered, or this turn's. */
type Claimed =
  | Extract<InboxClaim, { readonly state: "answered" }>
  | {
      readonly state: "claimed";
      /** By the own clock. */
      readonly askedAt: number;
    };

/** How long those who wait are kept from an answer that the inbox does not take, in milliseconds. */
const PATIENCE = 1_000;

const problemTexts = {
  "lease-lost": "the lease on an event was lost",
  "answer-not-stored": "the answer to an event was not stored",
  "failed-after-interim": "the work on an event failed after its interim answer",
};

/** Doubles with each try, more or less by half at random, so that those who wait do not all ask at once. */
function computeDelay(tries: number, { first, longest }: { readonly first: number; readonly longest: number }): number {
  return Math.min(longest, first * 2 ** tries) * (0.5 + Math.random());
}
