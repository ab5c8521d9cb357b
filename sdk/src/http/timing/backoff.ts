const FIRST = 250;
const LONGEST = 8_000;

/**
 * How long to wait before the next attempt, in milliseconds: doubling, with the lower half of each step fixed and the
 * upper half random, so that many clients do not come back together. What the platform asked for is never undercut.
 *
 * @param tries Attempts made so far, at least 1.
 * @param random From 0 to 1.
 */
export function computeBackoff(tries: number, asked: number | undefined, random: () => number): number {
  const step = Math.min(LONGEST, FIRST * 2 ** (tries - 1));
  const own = step / 2 + (random() * step) / 2;
  return asked === undefined ? own : asked + random() * FIRST;
}
