/** Store of used nonces. All processes that serve the same URL must share a store. */
export interface NonceStore {
  /**
   * Claims a nonce in one atomic step: insert if absent.
   *
   * @param key Consumer key, timestamp and nonce, each percent-encoded, joined by `&`. The text before the first `&`
   * identifies the sender. Each sender's share of the store should be limited.
   * @param ttlSeconds Time for which the nonce must be remembered, in seconds.
   * @returns `true` for the first claim of a key, `false` for any later one. A rejection counts as a refusal.
   */
  claim(key: string, ttlSeconds: number): Promise<boolean>;
}

/** Options for {@link createMemoryNonceStore}. */
export interface MemoryNonceStoreOptions {
  /** Maximum number of nonces in the store. @defaultValue 400000 */
  readonly capacity?: number | undefined;
  /**
   * Maximum number of nonces of one consumer key, so that a single sender cannot fill the shared store. The default
   * allows a sender 166 requests per second continuously. @defaultValue a quarter of the capacity
   */
  readonly quota?: number | undefined;
  /**
   * Monotonic clock, in milliseconds since any fixed time. If the clock can be set, setting it ahead makes the store
   * forget nonces, and after it is set back, their requests can be replayed. @defaultValue `performance.now`
   */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates a nonce store in the memory of this process. Sufficient for a single process; its content is lost on exit.
 *
 * A full store never forgets a nonce early: claims reject until an entry expires, and verification refuses requests. If
 * a consumer key reaches its quota, this happens only to its sender.
 *
 * @throws TypeError if the capacity or the quota is not a positive integer
 */
export function createMemoryNonceStore(options: MemoryNonceStoreOptions = {}): NonceStore {
  const { capacity = 400_000, now = () => performance.now() } = options;
  if (!isPositiveInteger(capacity)) throw new TypeError("capacity must be a positive integer");
  const { quota = Math.ceil(capacity / 4) } = options;
  if (!isPositiveInteger(quota)) throw new TypeError("quota must be a positive integer");
  return new MemoryNonceStore({ capacity, quota, now });
}

/** Splits the key of a claim into the sender and the rest. */
export function splitClaim(key: string): { readonly sender: string; readonly rest: string } {
  const end = key.indexOf("&");
  return end < 0 ? { sender: key, rest: "" } : { sender: key.slice(0, end), rest: key.slice(end + 1) };
}

/** Creates the error for a sender that has reached its quota. */
export function createQuotaError(quota: number): Error {
  return new Error(
    `The nonce store holds ${quota} nonces of this consumer key, its quota, and refuses others until one expires: ` +
      "raise the quota if the sender needs more",
  );
}

export function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

interface Entry {
  readonly key: string;
  /** Time by the store's clock. */
  readonly expiry: number;
}

class MemoryNonceStore implements NonceStore {
  readonly #capacity: number;
  readonly #quota: number;
  readonly #now: () => number;
  /** Number of entries of each sender. Senders without entries are absent. */
  readonly #shares = new Map<string, number>();
  readonly #expiries = new Map<string, number>();
  /** Entries in the order of the claims. Finding the oldest in a Map would skip all deleted entries. */
  readonly #entries: Entry[] = [];
  /** Index of the oldest entry. */
  #oldest = 0;

  constructor({
    capacity,
    quota,
    now,
  }: { [Name in keyof MemoryNonceStoreOptions]-?: Exclude<MemoryNonceStoreOptions[Name], undefined> }) {
    this.#capacity = capacity;
    this.#quota = quota;
    this.#now = now;
  }

  async claim(key: string, ttlSeconds: number): Promise<boolean> {
    const time = this.#now();
    this.#dropExpired(time);
    if ((this.#expiries.get(key) ?? 0) > time) return false;
    if (this.#entries.length - this.#oldest >= this.#capacity) {
      throw new Error(`The nonce store is full: it holds ${this.#capacity} nonces`);
    }
    const { sender } = splitClaim(key);
    const share = this.#shares.get(sender) ?? 0;
    if (share >= this.#quota) throw createQuotaError(this.#quota);
    this.#shares.set(sender, share + 1);
    const expiry = time + ttlSeconds * 1000;
    this.#expiries.set(key, expiry);
    this.#entries.push({ key, expiry });
    return true;
  }

  /** Drops expired entries. Takes constant time per claim on average. A longer-lived entry delays those after it. */
  #dropExpired(time: number): void {
    let entry = this.#entries[this.#oldest];
    while (entry !== undefined && entry.expiry <= time) {
      // A key that was claimed again has a later expiry and is kept.
      if (this.#expiries.get(entry.key) === entry.expiry) this.#expiries.delete(entry.key);
      this.#decrementShare(entry.key);
      this.#oldest += 1;
      entry = this.#entries[this.#oldest];
    }
    if (this.#oldest <= this.#entries.length / 2) return;
    this.#entries.splice(0, this.#oldest);
    this.#oldest = 0;
  }

  #decrementShare(key: string): void {
    const { sender } = splitClaim(key);
    const share = (this.#shares.get(sender) ?? 0) - 1;
    if (share > 0) this.#shares.set(sender, share);
    else this.#shares.delete(sender);
  }
}
