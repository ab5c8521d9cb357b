import type { Refusal } from "./signer.js";

/**
 * Estimated clock of the platform: this machine's clock plus an offset. RFC 5849 section 3.3 leaves it to the client to
 * agree with the server on the time. If they disagree, the server refuses every signature.
 */
export class PlatformClock {
  readonly #now: () => number;
  #offset = 0;

  /** @param now Clock of this machine, in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Offset that is added to this machine's clock, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** Returns the platform's time, in milliseconds since 1970. */
  now(): number {
    return this.#now() + this.#offset;
  }

  /**
   * Sets the clock according to a refusal. Returns true if a request with a new timestamp may be accepted.
   *
   * @param used Offset with which the refused request was signed.
   */
  correct(used: number, refusal: Refusal): boolean {
    // Another call has set the clock in the meantime.
    if (used !== this.#offset) return this.#offset !== 0;
    const platformTime = isAboutTime(refusal) ? readPlatformTime(refusal) : undefined;
    if (platformTime === undefined) return false;
    const offset = platformTime - this.#now();
    if (!(Math.abs(offset) <= LARGEST_OFFSET) || Math.abs(offset - used) <= TOLERATED_DIFFERENCE) return false;
    this.#offset = offset;
    return true;
  }

  /** Undoes the correction if a request that used it was refused and no other reason is known. */
  doubt(used: number, refusal: Refusal): void {
    if (used === this.#offset && isAboutTime(refusal)) this.#offset = 0;
  }
}

/**
 * Difference between clocks that servers tolerate, in milliseconds. Both platforms refuse with a 401 without a reason.
 * A smaller difference must not count as the reason, because a second attempt with a wrong secret may lock the key.
 */
export const TOLERATED_DIFFERENCE = 60_000;

/**
 * Maximum correction of the clock, in milliseconds: a day. A larger difference means that an appliance responded
 * instead of the platform, or that this machine's clock is not set. A signature must not contain such a time.
 */
const LARGEST_OFFSET = 86_400_000;

/** Maximum duration of an exchange, in milliseconds. In a longer one, it is unclear when its `Date` was set. */
const LONGEST_EXCHANGE = 10_000;

/** Returns true if the time may be the reason for a refusal, because the refusal names it or names no reason. */
function isAboutTime(refusal: Refusal): boolean {
  const problem = readProblem(refusal);
  return problem === undefined || problem === "timestamp_refused";
}

/** Reads the `oauth_problem` of a refusal (OAuth Problem Reporting extension), if it has one. */
export function readProblem({ headers, text }: Pick<Refusal, "headers" | "text">): string | undefined {
  return match(/oauth_problem["']?\s*[=:]\s*["']?(\w+)/, headers.get("www-authenticate") ?? "", text)?.[1];
}

/** Reads the platform's time from a refusal, in milliseconds since 1970, if it is reliable. */
function readPlatformTime({ headers, text, elapsed }: Refusal): number | undefined {
  const range = /oauth_acceptable_timestamps["']?\s*[=:]\s*["']?(\d{1,11})(?:-|%2D)(\d{1,11})\b/i;
  const [, first, last] = match(range, headers.get("www-authenticate") ?? "", text) ?? [];
  if (first !== undefined && last !== undefined) return ((Number(first) + Number(last)) / 2) * 1000;
  return elapsed > LONGEST_EXCHANGE ? undefined : readDate(headers);
}

/** Reads the time of a response by the server's clock, in milliseconds since 1970. */
export function readDate(headers: Headers): number | undefined {
  // Age (RFC 9111 section 5.1): the response comes from a cache, so its date is old.
  if (headers.has("age")) return undefined;
  const date = headers.get("date") ?? "";
  const time = date.endsWith(" GMT") ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Finds the first match. Searches only the beginning of each text, because refusals are short. */
function match(pattern: RegExp, ...texts: readonly string[]): RegExpExecArray | undefined {
  const LONGEST = 10_000;
  return texts.map((text) => pattern.exec(text.slice(0, LONGEST))).find((found) => found !== null) ?? undefined;
}
