/** Message for a value that is not a date and time. */
export const DATE_TIME = 'expected a date and time like "2026-01-31T12:00:00Z" (RFC 3339)';

const rfc3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Parses a `Date`, or text in the format of RFC 3339. Returns `undefined` for anything else. */
export function parseDate(value: unknown): Date | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
  const [, year, month, day, second] = (typeof value === "string" && rfc3339.exec(value)) || [];
  // `Date` would turn February 30 into March 2.
  if (Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() || day === undefined)
    return undefined;
  const text = String(value).toUpperCase();
  // `Date` has no leap seconds (RFC 3339 appendix D), so one becomes the first moment of the next minute.
  return second === "60" ? new Date(Date.parse(text.replace(":60", ":59")) + 1000) : new Date(text);
}

/** Converts a value to text. A date has the format of RFC 3339. */
export function toPlainText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
