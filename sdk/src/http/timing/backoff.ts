const FIRST = 250;
const LONGEST = 8_000;

/**
 * Computes the delay before the next attempt, in milliseconds. The delay doubles with each attempt. Its upper half is
 * random, so that many clients do not retry at the same time. A delay requested by the platform is never undercut.
 *
 * @param tries Attempts made so far, at least 1.
 * @param requested Delay that the platform requested for, in milliseconds.
 * @param random Returns a number from 0 to 1.
 */
export function computeBackoff(tries: number, requested: number | undefined, random: () => number): number {
  const step = Math.min(LONGEST, FIRST * 2 ** (tries - 1));
  const own = step / 2 + (random() * step) / 2;
  return requested === undefined ? own : requested + random() * FIRST;
}
