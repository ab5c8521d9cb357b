/** What is expected where a moment stands. */
export const DATE_TIME = 'expected a date and time like "2026-01-31T12:00:00Z" (RFC 3339)';

const rfc3339 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** The moment that a value is: a `Date`, or text as RFC 3339 has it; `undefined` for everything else. */
export function parseDate(value: unknown): Date | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value;
  const [, year, month, day, second] = (typeof value === "string" && rfc3339.exec(value)) || [];
  // The 30th of February is no day, which a Date takes for the 2nd of March.
  if (Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() || day === undefined)
    return undefined;
  const text = String(value).toUpperCase();
  // A leap second (RFC 3339 appendix D) is the first moment of the next minute to a Date, which knows none.
  return second === "60" ? new Date(Date.parse(text.replace(":60", ":59")) + 1000) : new Date(text);
}

/** A value as text: a moment as RFC 3339 has it. */
export function toPlainText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
