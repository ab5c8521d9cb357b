import type { Refusal } from "./signer.js";

/**
 * The clock of the platform, as far as it is known: this machine's, and what it is wrong by. RFC 5849 section 3.3 leaves
 * it to the client to agree with the server on the time; where they do not, every signature is refused.
 */
export class PlatformClock {
  readonly #now: () => number;
  #offset = 0;

  /** @param now Clock of this machine, in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** What is added to this machine's clock, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** In milliseconds since 1970. */
  now(): number {
    return this.#now() + this.#offset;
  }

  /**
   * Sets the clock by what refused a request. Says whether a request with a new timestamp may be accepted.
   *
   * @param used The offset that the refused request was signed with.
   */
  correct(used: number, refusal: Refusal): boolean {
    // Another call has set it since.
    if (used !== this.#offset) return this.#offset !== 0;
    const theirs = isAboutTime(refusal) ? timeOf(refusal) : undefined;
    if (theirs === undefined) return false;
    const offset = theirs - this.#now();
    if (!(Math.abs(offset) <= LARGEST_OFFSET) || Math.abs(offset - used) <= TOLERATED_DIFFERENCE) return false;
    this.#offset = offset;
    return true;
  }

  /** Takes back what a refusal shows to have been no correction, for nothing else is known to be wrong. */
  doubt(used: number, refusal: Refusal): void {
    if (used === this.#offset && isAboutTime(refusal)) this.#offset = 0;
  }
}

/**
 * Milliseconds that no server minds. Both platforms refuse with a bare 401, so that clocks which agree this well must
 * not be taken for the reason: a second attempt with a wrong secret may lock the key.
 */
export const TOLERATED_DIFFERENCE = 60_000;

/**
 * Most milliseconds that the clock is corrected by: a day. Clocks that differ by more are those of an appliance that
 * answers in the platform's place, or this machine's own is unset, and a signature must not carry such a time.
 */
const LARGEST_OFFSET = 86_400_000;

/** Milliseconds after which nobody can say when in an exchange its `Date` was set. */
const LONGEST_EXCHANGE = 10_000;

/** Whether the time may be the reason: where one is named, it is known. */
function isAboutTime(refusal: Refusal): boolean {
  const problem = readProblem(refusal);
  return problem === undefined || problem === "timestamp_refused";
}

/** What is wrong with a signature in the words of the Problem Reporting extension, where it is said. */
export function readProblem({ headers, text }: Pick<Refusal, "headers" | "text">): string | undefined {
  return match(/oauth_problem["']?\s*[=:]\s*["']?(\w+)/, headers.get("www-authenticate") ?? "", text)?.[1];
}

/** What time it is over there, in milliseconds since 1970, where that can be trusted. */
function timeOf({ headers, text, elapsed }: Refusal): number | undefined {
  const range = /oauth_acceptable_timestamps["']?\s*[=:]\s*["']?(\d{1,11})(?:-|%2D)(\d{1,11})\b/i;
  const [, first, last] = match(range, headers.get("www-authenticate") ?? "", text) ?? [];
  if (first !== undefined && last !== undefined) return ((Number(first) + Number(last)) / 2) * 1000;
  return elapsed > LONGEST_EXCHANGE ? undefined : readDate(headers);
}

/** When an answer was made by the clock of who made it, in milliseconds since 1970. */
export function readDate(headers: Headers): number | undefined {
  // Age (RFC 9111 section 5.1): the answer comes out of a cache, and its date is an old one.
  if (headers.has("age")) return undefined;
  const date = headers.get("date") ?? "";
  const time = date.endsWith(" GMT") ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** Looks at the beginning of each text only: a refusal has nothing to say that takes longer. */
function match(pattern: RegExp, ...texts: readonly string[]): RegExpExecArray | undefined {
  const LONGEST = 10_000;
  return texts.map((text) => pattern.exec(text.slice(0, LONGEST))).find((found) => found !== null) ?? undefined;
}
