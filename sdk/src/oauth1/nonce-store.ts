/** Remembers which nonces were used. Give all processes that answer for one URL the same store. */
export interface NonceStore {
  /**
   * Takes a nonce, in one atomic step: insert if absent.
   *
   * @param key Consumer key, timestamp and nonce in one text.
   * @param ttlSeconds How long it must be remembered, in seconds.
   * @returns `true` for the first to claim the key, `false` for everyone after. A rejection counts as a refusal.
   */
  claim(key: string, ttlSeconds: number): Promise<boolean>;
}

/** Size and clock of a {@link createMemoryNonceStore}. */
export interface MemoryNonceStoreOptions {
  /** How many nonces are remembered at once. @defaultValue 100000 */
  readonly capacity?: number | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
}

/**
 * A store in the memory of this process: enough where one process answers, and forgotten when it ends.
 *
 * A full store forgets nothing before its time: claims reject until an entry expires, and verification refuses.
 *
 * @throws TypeError when the capacity is no positive integer
 */
export function createMemoryNonceStore(options: MemoryNonceStoreOptions = {}): NonceStore {
  const { capacity = 100_000, now = Date.now } = options;
  if (!Number.isSafeInteger(capacity) || capacity < 1) throw new TypeError("capacity must be a positive integer");
  return new MemoryNonceStore(capacity, now);
}

interface Entry {
  readonly key: string;
  /** In milliseconds since 1970. */
  readonly expiry: number;
}

class MemoryNonceStore implements NonceStore {
  readonly #capacity: number;
  readonly #now: () => number;
  readonly #expiries = new Map<string, number>();
  /** In the order of the claims. An array: looking for the oldest in a Map would step over all it has deleted. */
  readonly #entries: Entry[] = [];
  /** Where in the array the oldest entry is. */
  #oldest = 0;

  constructor(capacity: number, now: () => number) {
    this.#capacity = capacity;
    this.#now = now;
  }

  async claim(key: string, ttlSeconds: number): Promise<boolean> {
    const time = this.#now();
    this.#dropExpired(time);
    if ((this.#expiries.get(key) ?? 0) > time) return false;
    if (this.#entries.length - this.#oldest >= this.#capacity) {
      throw new Error(`the nonce store is full: ${this.#capacity} nonces are remembered`);
    }
    const expiry = time + ttlSeconds * 1000;
    this.#expiries.set(key, expiry);
    this.#entries.push({ key, expiry });
    return true;
  }

  /** Each is dropped once, so a claim costs constant time on average. One with a longer life holds up those behind. */
  #dropExpired(time: number): void {
    let entry = this.#entries[this.#oldest];
    while (entry !== undefined && entry.expiry <= time) {
      // A key that was claimed anew has a later expiry and stays.
      if (this.#expiries.get(entry.key) === entry.expiry) this.#expiries.delete(entry.key);
      this.#oldest += 1;
      entry = this.#entries[this.#oldest];
    }
    if (this.#oldest <= this.#entries.length / 2) return;
    this.#entries.splice(0, this.#oldest);
    this.#oldest = 0;
  }
}
