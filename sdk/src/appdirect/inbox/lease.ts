import type { EventInbox } from "./event-inbox.js";
import { limitTime } from "./time-limit.js";

/** Which lease, and what is told when it is lost. */
export interface LeaseOptions {
  readonly inbox: EventInbox;
  readonly key: string;
  readonly owner: string;
  readonly leaseSeconds: number;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
  readonly onLost: (reason: Error) => void;
}

/**
 * The lease on an event while somebody works on it: extended each time that a third of it has passed.
 *
 * An inbox that is away for a while ends it not: it is asked again until the lease must be over.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #length: number;
  readonly #lost = new AbortController();
  /** When it must be over, by the own clock: counted from before it was asked for, so that it is not too late. */
  #until: number;
  #interim: string | undefined;
  #extending: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;

  /** @param askedAt When the claim was sent, by the own clock. */
  constructor(options: LeaseOptions, askedAt: number) {
    this.#options = options;
    this.#length = options.leaseSeconds * 1000;
    this.#until = askedAt + this.#length;
    this.#extendIn(this.#length / 3);
  }

  /** Aborted when the lease is lost. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /**
   * From now on claims by others are answered with this. Where the inbox is away, it learns of it with the next extension.
   *
   * @throws Error when the lease is lost, or the work on the event has ended
   */
  async interim(answer: string): Promise<void> {
    if (this.#hasEnded) throw new Error("the work on the event has ended: it takes no interim answer");
    this.#interim = answer;
    await this.#extendNow();
    this.signal.throwIfAborted();
  }

  /** Extends it no more. Waits for an extension that is under way, which must not come after the answer. */
  end(): Promise<void> {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    return this.#extending;
  }

  #extendIn(duration: number): void {
    clearTimeout(this.#timer);
    if (this.#hasEnded || this.signal.aborted) return;
    this.#timer = setTimeout(() => this.#extendNow(), duration);
    // Only Node has it: the work keeps a process alive, and the extensions alone do not.
    this.#timer.unref?.();
  }

  /** One after the other. */
  #extendNow(): Promise<void> {
    this.#extending = this.#extending.then(() => this.#extend());
    return this.#extending;
  }

  async #extend(): Promise<void> {
    if (this.#hasEnded || this.signal.aborted) return;
    const { inbox, key, owner, leaseSeconds, now } = this.#options;
    const askedAt = now();
    // A process that was stopped comes too late, and the inbox knows whether somebody else has the event by now.
    const time = Math.max(this.#until - askedAt, this.#length / 12);
    try {
      const isHeld = await limitTime(time, inbox.extend(key, owner, leaseSeconds, this.#interim));
      if (!isHeld) return this.#lose(new Error("the lease was lost: somebody else has taken the event on"));
      this.#until = askedAt + this.#length;
      this.#extendIn(this.#length / 3);
    } catch (cause) {
      const left = this.#until - now();
      if (left <= 0) return this.#lose(new Error("the lease is over: the inbox did not extend it in time", { cause }));
      this.#extendIn(Math.min(left, this.#length / 12));
    }
  }

  #lose(reason: Error): void {
    this.#lost.abort(reason);
    this.#options.onLost(reason);
  }
}
