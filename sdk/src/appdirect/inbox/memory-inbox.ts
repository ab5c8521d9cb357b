import type { EventInbox, InboxClaim } from "./event-inbox.js";

/** Size and clock of a {@link createMemoryInbox}. */
export interface MemoryInboxOptions {
  /** How many events are remembered at once. @defaultValue 10000 */
  readonly capacity?: number | undefined;
  /** Clock, in milliseconds since any time that stays the same. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined;
}

/**
 * An inbox in the memory of this process, for tests and where working on an event twice does no harm: what was answered is
 * forgotten when the process ends.
 *
 * A full inbox forgets the oldest answers first. Where all that it remembers is worked on, claims reject until something
 * is answered.
 *
 * @throws TypeError when the capacity is no positive integer
 */
export function createMemoryInbox(options: MemoryInboxOptions = {}): EventInbox {
  const { capacity = 10_000, now = () => performance.now() } = options;
  if (!Number.isSafeInteger(capacity) || capacity < 1) throw new TypeError("capacity must be a positive integer");
  return new MemoryInbox(capacity, now);
}

interface Lease {
  readonly owner: string;
  readonly interim: string | undefined;
  /** On the clock of the inbox. */
  readonly expiry: number;
}

interface Answer {
  readonly key: string;
  readonly owner: string;
  readonly answer: string;
  /** On the clock of the inbox. */
  readonly expiry: number;
}

class MemoryInbox implements EventInbox {
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #leases = new Map<string, Lease>();
  readonly #answers = new Map<string, Answer>();
  /** In the order in which they were given. An array: looking for the oldest in a Map would step over all it has deleted. */
  #order: Answer[] = [];
  /** Where in the array the oldest answer is. */
  #oldest = 0;

  constructor(capacity: number, now: () => number) {
    this.#capacity = capacity;
    this.#now = now;
  }

  async claim(key: string, owner: string, leaseSeconds: number): Promise<InboxClaim> {
    this.#dropExpired();
    const answer = this.#answerTo(key);
    if (answer !== undefined) return { state: "answered", answer: answer.answer };
    const lease = this.#leaseOf(key);
    if (lease !== undefined && lease.owner !== owner) {
      return lease.interim === undefined ? { state: "busy" } : { state: "answered", answer: lease.interim };
    }
    this.#lease(key, owner, leaseSeconds, lease?.interim);
    return { state: "claimed" };
  }

  async extend(key: string, owner: string, leaseSeconds: number, interim?: string): Promise<boolean> {
    const lease = this.#leaseOf(key);
    if (this.#answerTo(key) !== undefined || (lease !== undefined && lease.owner !== owner)) return false;
    this.#lease(key, owner, leaseSeconds, interim ?? lease?.interim);
    return true;
  }

  async answer(key: string, owner: string, answer: string, ttlSeconds: number): Promise<boolean> {
    const given = this.#answerTo(key);
    if (given !== undefined) return given.owner === owner;
    const lease = this.#leaseOf(key);
    if (lease !== undefined && lease.owner !== owner) return false;
    this.#makeRoomFor(key);
    this.#leases.delete(key);
    this.#keep({ key, owner, answer, expiry: this.#now() + ttlSeconds * 1000 });
    return true;
  }

  async release(key: string, owner: string): Promise<void> {
    if (this.#leases.get(key)?.owner === owner) this.#leases.delete(key);
  }

  #answerTo(key: string): Answer | undefined {
    return this.#current(this.#answers.get(key));
  }

  #leaseOf(key: string): Lease | undefined {
    return this.#current(this.#leases.get(key));
  }

  /** Nothing, where its time is over. */
  #current<Entry extends { readonly expiry: number }>(entry: Entry | undefined): Entry | undefined {
    return entry !== undefined && entry.expiry > this.#now() ? entry : undefined;
  }

  #lease(key: string, owner: string, leaseSeconds: number, interim: string | undefined): void {
    this.#makeRoomFor(key);
    this.#answers.delete(key); // one whose time is over
    this.#leases.set(key, { owner, interim, expiry: this.#now() + leaseSeconds * 1000 });
  }

  #keep(answer: Answer): void {
    this.#answers.set(answer.key, answer);
    this.#order.push(answer);
    if (this.#order.length <= 2 * this.#answers.size + 100) return;
    this.#order = this.#order.filter((entry) => this.#isKept(entry));
    this.#oldest = 0;
  }

  /** Rather than dropped, or followed by another answer to the same key. */
  #isKept(answer: Answer): boolean {
    return this.#answers.get(answer.key) === answer;
  }

  #makeRoomFor(key: string): void {
    if (this.#leases.has(key) || this.#answers.has(key) || !this.#isFull()) return;
    this.#dropExpiredLeases();
    while (this.#isFull() && this.#dropOldestAnswer());
    if (this.#isFull()) throw new Error(`the inbox is full: ${this.#capacity} events are worked on`);
  }

  #isFull(): boolean {
    return this.#leases.size + this.#answers.size >= this.#capacity;
  }

  /** Of those who lost them; there are no more leases than there is work at once. */
  #dropExpiredLeases(): void {
    for (const [key, lease] of this.#leases) if (this.#current(lease) === undefined) this.#leases.delete(key);
  }

  /** Each is dropped once, so a claim costs constant time on average. One that is kept longer holds up those behind. */
  #dropExpired(): void {
    for (;;) {
      const oldest = this.#order[this.#oldest];
      if (oldest === undefined || this.#current(oldest) !== undefined) return;
      this.#dropOldestAnswer();
    }
  }

  /** `false` where there is none. */
  #dropOldestAnswer(): boolean {
    const oldest = this.#order[this.#oldest];
    if (oldest === undefined) return false;
    if (this.#isKept(oldest)) this.#answers.delete(oldest.key);
    this.#oldest += 1;
    return true;
  }
}
