import type { EventInbox } from "./event-inbox.js";
import { limitTime } from "./time-limit.js";

/** Options for a {@link Lease}. */
export interface LeaseOptions {
  readonly inbox: EventInbox;
  readonly key: string;
  readonly owner: string;
  readonly leaseSeconds: number;
  /** Monotonic clock, in milliseconds. */
  readonly now: () => number;
  readonly onLost: (reason: Error) => void;
}

/**
 * Lease on an event that is being processed. It is extended whenever a third of it has passed.
 *
 * The lease survives a short outage of the inbox: extending it is retried until it must have expired.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #length: number;
  readonly #lost = new AbortController();
  /** Earliest time at which it may have expired, on this process's clock. Counted from before the inbox was asked. */
  #until: number;
  #interim: string | undefined;
  #extending: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;

  /** @param askedAt Time at which the claim was sent, on this process's clock. */
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
   * Sets the answer to claims by other owners. If the inbox is unavailable, the next extension sets it.
   *
   * @throws Error when the lease is lost, or the work on the event has ended
   */
  async interim(answer: string): Promise<void> {
    if (this.#hasEnded) throw new Error("interim answers are not accepted after the work on the event has ended");
    this.#interim = answer;
    await this.#extendNow();
    this.signal.throwIfAborted();
  }

  /** Stops extending. Waits for an extension in progress, which must not reach the inbox after the answer. */
  end(): Promise<void> {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    return this.#extending;
  }

  #extendIn(duration: number): void {
    clearTimeout(this.#timer);
    if (this.#hasEnded || this.signal.aborted) return;
    this.#timer = setTimeout(() => this.#extendNow(), duration);
    // Only Node has `unref`. The timer alone must not keep the process alive.
    this.#timer.unref?.();
  }

  /** Extends the lease, after any extension in progress. */
  #extendNow(): Promise<void> {
    this.#extending = this.#extending.then(() => this.#extend());
    return this.#extending;
  }

  async #extend(): Promise<void> {
    if (this.#hasEnded || this.signal.aborted) return;
    const { inbox, key, owner, leaseSeconds, now } = this.#options;
    const askedAt = now();
    // A process that was suspended may be late. It still asks, because the inbox knows whether the event is still free.
    const time = Math.max(this.#until - askedAt, this.#length / 12);
    try {
      const isExtended = await limitTime(time, inbox.extend(key, owner, leaseSeconds, this.#interim));
      if (!isExtended) return this.#lose(new Error("the lease was lost: another process has taken over the event"));
      this.#until = askedAt + this.#length;
      this.#extendIn(this.#length / 3);
    } catch (cause) {
      const left = this.#until - now();
      if (left <= 0)
        return this.#lose(new Error("the lease has expired: the inbox did not extend it in time", { cause }));
      this.#extendIn(Math.min(left, this.#length / 12));
    }
  }

  #lose(reason: Error): void {
    this.#lost.abort(reason);
    this.#options.onLost(reason);
  }
}
