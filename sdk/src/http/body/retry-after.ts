/**
 * Returns the delay that a response asks for, in milliseconds (RFC 9110 section 10.2.3: whole seconds or a date). A
 * date is never undercut. Returns `undefined` for a value that cannot be read or is in the past.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // `Date.parse` accepts nearly anything, including `-5` and `5.5`. An HTTP date begins with the day of the week.
  const date = /^[A-Z][a-z]{2,8}, ?\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) || date <= now ? undefined : date - now;
}
