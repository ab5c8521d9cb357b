/**
 * How long an answer asks to wait, in milliseconds: RFC 9110 section 10.2.3, whole seconds or a date. A date is never
 * taken early. What cannot be read, and what lies in the past, asks for nothing.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // `Date.parse` takes nearly anything, `-5` and `5.5` among it; an HTTP date begins with the day of the week.
  const date = /^[A-Z][a-z]{2,8}, ?\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) || date <= now ? undefined : date - now;
}
