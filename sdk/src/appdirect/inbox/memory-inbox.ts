import type { EventInbox, InboxClaim } from "./event-inbox.js";

/** Options for {@link createMemoryInbox}. */
export interface MemoryInboxOptions {
  /** Maximum number of events in the inbox. @defaultValue 10000 */
  readonly capacity?: number | undefined;
  /** Clock, in milliseconds since any fixed time. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates an inbox in the memory of this process. Use it for tests, and if processing an event twice does no harm: the
 * answers are lost when the process ends.
 *
 * A full inbox drops the oldest answers first. If all of its events are in progress, claims reject until one is
 * answered.
 *
 * @throws TypeError when the capacity is not a positive integer
 */
export function createMemoryInbox(options: MemoryInboxOptions = {}): EventInbox {
  const { capacity = 10_000, now = () => performance.now() } = options;
  if (!Number.isSafeInteger(capacity) || capacity < 1) throw new TypeError("capacity must be a positive integer");
  return new MemoryInbox(capacity, now);
}

interface Lease {
  readonly owner: string;
  readonly interim: string | undefined;
  /** Time on the clock of the inbox. */
  readonly expiry: number;
}

interface Answer {
  readonly key: string;
  readonly owner: string;
  readonly answer: string;
  /** Time on the clock of the inbox. */
  readonly expiry: number;
}

class MemoryInbox implements EventInbox {
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #leases = new Map<string, Lease>();
  readonly #answers = new Map<string, Answer>();
  /** Answers, oldest first. An array, because finding the oldest entry of a Map steps over all deleted entries. */
  #order: Answer[] = [];
  /** Index of the oldest answer in the array. */
  #oldest = 0;

  constructor(capacity: number, now: () => number) {
    this.#capacity = capacity;
    this.#now = now;
  }

  async claim(key: string, owner: string, leaseSeconds: number): Promise<InboxClaim> {
    this.#dropExpired();
    const answer = this.#findAnswer(key);
    if (answer !== undefined) return { state: "answered", answer: answer.answer };
    const lease = this.#findLease(key);
    if (lease !== undefined && lease.owner !== owner) {
      return lease.interim === undefined ? { state: "busy" } : { state: "answered", answer: lease.interim };
    }
    this.#setLease(key, owner, leaseSeconds, lease?.interim);
    return { state: "claimed" };
  }

  async extend(key: string, owner: string, leaseSeconds: number, interim?: string): Promise<boolean> {
    const lease = this.#findLease(key);
    if (this.#findAnswer(key) !== undefined || (lease !== undefined && lease.owner !== owner)) return false;
    this.#setLease(key, owner, leaseSeconds, interim ?? lease?.interim);
    return true;
  }

  async answer(key: string, owner: string, answer: string, ttlSeconds: number): Promise<boolean> {
    const stored = this.#findAnswer(key);
    if (stored !== undefined) return stored.owner === owner;
    const lease = this.#findLease(key);
    if (lease !== undefined && lease.owner !== owner) return false;
    this.#makeRoomFor(key);
    this.#leases.delete(key);
    this.#addAnswer({ key, owner, answer, expiry: this.#now() + ttlSeconds * 1000 });
    return true;
  }

  async release(key: string, owner: string): Promise<void> {
    if (this.#leases.get(key)?.owner === owner) this.#leases.delete(key);
  }

  #findAnswer(key: string): Answer | undefined {
    return this.#omitExpired(this.#answers.get(key));
  }

  #findLease(key: string): Lease | undefined {
    return this.#omitExpired(this.#leases.get(key));
  }

  /** Returns the entry, or `undefined` if it has expired. */
  #omitExpired<Entry extends { readonly expiry: number }>(entry: Entry | undefined): Entry | undefined {
    return entry !== undefined && entry.expiry > this.#now() ? entry : undefined;
  }

  #setLease(key: string, owner: string, leaseSeconds: number, interim: string | undefined): void {
    this.#makeRoomFor(key);
    this.#answers.delete(key); // an expired one
    this.#leases.set(key, { owner, interim, expiry: this.#now() + leaseSeconds * 1000 });
  }

  #addAnswer(answer: Answer): void {
    this.#answers.set(answer.key, answer);
    this.#order.push(answer);
    if (this.#order.length <= 2 * this.#answers.size + 100) return;
    this.#order = this.#order.filter((entry) => this.#isKept(entry));
    this.#oldest = 0;
  }

  /** Returns false if the answer was dropped or replaced by another one for the same key. */
  #isKept(answer: Answer): boolean {
    return this.#answers.get(answer.key) === answer;
  }

  #makeRoomFor(key: string): void {
    if (this.#leases.has(key) || this.#answers.has(key) || !this.#isFull()) return;
    this.#dropExpiredLeases();
    while (this.#isFull() && this.#dropOldestAnswer());
    if (this.#isFull()) throw new Error(`the inbox is full: ${this.#capacity} events are in progress`);
  }

  #isFull(): boolean {
    return this.#leases.size + this.#answers.size >= this.#capacity;
  }

  /** Drops the leases of owners that lost them. There are only as many leases as events in progress. */
  #dropExpiredLeases(): void {
    for (const [key, lease] of this.#leases) if (this.#omitExpired(lease) === undefined) this.#leases.delete(key);
  }

  /**
   * Drops expired answers, oldest first. Each is dropped once, so a claim costs constant time on average. An answer
   * with a longer lifetime delays those after it.
   */
  #dropExpired(): void {
    for (;;) {
      const oldest = this.#order[this.#oldest];
      if (oldest === undefined || this.#omitExpired(oldest) !== undefined) return;
      this.#dropOldestAnswer();
    }
  }

  /** Returns false if there are no answers. */
  #dropOldestAnswer(): boolean {
    const oldest = this.#order[this.#oldest];
    if (oldest === undefined) return false;
    if (this.#isKept(oldest)) this.#answers.delete(oldest.key);
    this.#oldest += 1;
    return true;
  }
}
