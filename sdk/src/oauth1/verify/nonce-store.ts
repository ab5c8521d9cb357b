/** Remembers which nonces were used. Give all processes that answer for one URL the same store. */
export interface NonceStore {
  /**
   * Takes a nonce, in one atomic step: insert if absent.
   *
   * @param key Consumer key, timestamp and nonce, each percent-encoded, with `&` between them. The text before the first
   * `&` is the sender, whose share of the store should have a bound.
   * @param ttlSeconds How long it must be remembered, in seconds.
   * @returns `true` for the first to claim the key, `false` for everyone after. A rejection counts as a refusal.
   */
  claim(key: string, ttlSeconds: number): Promise<boolean>;
}

/** Size and clock of a {@link createMemoryNonceStore}. */
export interface MemoryNonceStoreOptions {
  /** Number of nonces that are remembered at once. @defaultValue 400000 */
  readonly capacity?: number | undefined;
  /**
   * Number of nonces of one consumer key that are remembered at once, so that no sender can fill the store that all
   * share. The default lets one sender send 166 requests a second for as long as it likes.
   * @defaultValue a quarter of the capacity
   */
  readonly quota?: number | undefined;
  /**
   * Monotonic clock, in milliseconds since any time that stays the same. With a clock that can be set, a nonce is
   * forgotten when that is set ahead, and the request can be sent again when it is set back.
   * @defaultValue `performance.now`
   */
  readonly now?: (() => number) | undefined;
}

/**
 * A store in the memory of this process: enough where one process answers, and forgotten when it ends.
 *
 * A full store forgets nothing before its time: claims reject until an entry expires, and verification refuses. When the
 * nonces of one consumer key reach its quota, the same happens to this sender alone.
 *
 * @throws TypeError when the capacity or the quota is no positive integer
 */
export function createMemoryNonceStore(options: MemoryNonceStoreOptions = {}): NonceStore {
  const { capacity = 400_000, now = () => performance.now() } = options;
  if (!isPositiveInteger(capacity)) throw new TypeError("capacity must be a positive integer");
  const { quota = Math.ceil(capacity / 4) } = options;
  if (!isPositiveInteger(quota)) throw new TypeError("quota must be a positive integer");
  return new MemoryNonceStore({ capacity, quota, now });
}

/** Sender and rest of the key of a claim. */
export function splitClaim(key: string): { readonly sender: string; readonly rest: string } {
  const end = key.indexOf("&");
  return end < 0 ? { sender: key, rest: "" } : { sender: key.slice(0, end), rest: key.slice(end + 1) };
}

/** Error for a sender whose share of the store is used up. */
export function quotaReached(quota: number): Error {
  return new Error(
    `the nonce store remembers ${quota} nonces of this consumer key and takes no more until one expires: raise the quota`,
  );
}

export function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

interface Entry {
  readonly key: string;
  /** On the clock of the store. */
  readonly expiry: number;
}

class MemoryNonceStore implements NonceStore {
  readonly #capacity: number;
  readonly #quota: number;
  readonly #now: () => number;
  /** Number of entries of each sender that has any. */
  readonly #shares = new Map<string, number>();
  readonly #expiries = new Map<string, number>();
  /** In the order of the claims. An array: looking for the oldest in a Map would step over all it has deleted. */
  readonly #entries: Entry[] = [];
  /** Where in the array the oldest entry is. */
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
      throw new Error(`the nonce store is full: ${this.#capacity} nonces are remembered`);
    }
    const { sender } = splitClaim(key);
    const share = this.#shares.get(sender) ?? 0;
    if (share >= this.#quota) throw quotaReached(this.#quota);
    this.#shares.set(sender, share + 1);
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
      this.#countOff(entry.key);
      this.#oldest += 1;
      entry = this.#entries[this.#oldest];
    }
    if (this.#oldest <= this.#entries.length / 2) return;
    this.#entries.splice(0, this.#oldest);
    this.#oldest = 0;
  }

  #countOff(key: string): void {
    const { sender } = splitClaim(key);
    const share = (this.#shares.get(sender) ?? 0) - 1;
    if (share > 0) this.#shares.set(sender, share);
    else this.#shares.delete(sender);
  }
}
