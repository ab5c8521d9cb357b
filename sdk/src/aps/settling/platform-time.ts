/** A stretch of time on a clock, in milliseconds since 1970, or between two clocks, in milliseconds. */
export interface Interval {
  readonly earliest: number;
  readonly latest: number;
}

/** A date as the platform wrote it. */
export interface WrittenDate extends Interval {
  /** Moment that the text names, in milliseconds since 1970; in UTC where the text names no time zone. */
  readonly at: number;
  /** States that the text names a time zone. */
  readonly hasZone: boolean;
}

/** How the creation of an order relates to the moment at which another one was sent. */
export type Relation = "before" | "after" | "unclear";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Largest distance of a local time from UTC. */
const LARGEST_ZONE = 14 * HOUR;

/** Offset of a clock that nothing is known of. A clock that is wrong by more than a day cannot sign requests. */
const UNKNOWN_OFFSET: Interval = { earliest: -DAY, latest: DAY };

/**
 * What has to be added to this machine's clock to get the platform's, as one response tells it.
 *
 * @param date Header `Date`, which the platform wrote between the two moments and cut off to a whole second;
 * `undefined` where it cannot be read.
 * @param askedAt Moment before the request, by this machine's clock.
 * @param answeredAt Moment after the response, by this machine's clock.
 */
export function computeOffset(date: number | undefined, askedAt: number, answeredAt: number): Interval {
  if (date === undefined) return UNKNOWN_OFFSET;
  return {
    earliest: date - Math.max(askedAt, answeredAt),
    latest: date + SECOND - Math.min(askedAt, answeredAt),
  };
}

/** Offset that fits all responses. Where they contradict each other, a clock was set meanwhile: everything is possible. */
export function combineOffsets(offsets: readonly Interval[]): Interval {
  const all = offsets.length === 0 ? [UNKNOWN_OFFSET] : offsets;
  const earliest = all.map((offset) => offset.earliest);
  const latest = all.map((offset) => offset.latest);
  const common = { earliest: Math.max(...earliest), latest: Math.min(...latest) };
  if (common.earliest <= common.latest) return common;
  return { earliest: Math.min(...earliest), latest: Math.max(...latest) };
}

/** A moment of this machine's clock, on the platform's. */
export function toPlatformTime(moment: number, offset: Interval): Interval {
  return { earliest: moment + offset.earliest, latest: moment + offset.latest };
}

/**
 * Reads a date in ISO 8601. The interval allows for what the text leaves out: a fraction of a second, the time of day,
 * the time zone. It also allows for rounding, and for a second between the clocks of the platform's own machines.
 *
 * @returns `undefined` for what is not such a date.
 */
export function readDate(value: unknown): WrittenDate | undefined {
  const [text, time, seconds, fraction, zone] = (typeof value === "string" ? ISO_DATE.exec(value.trim()) : null) ?? [];
  if (text === undefined) return undefined;
  const at = Date.parse(normalized(text, time, zone));
  if (Number.isNaN(at)) return undefined;
  const precision = time === undefined ? DAY : seconds === undefined ? MINUTE : fraction === undefined ? SECOND : 1;
  const zoneless = zone === undefined ? LARGEST_ZONE : 0;
  return {
    at,
    hasZone: zone !== undefined,
    earliest: at - SECOND - zoneless,
    latest: at + precision + SECOND + zoneless,
  };
}

const ISO_DATE = /^\d{4}-\d\d-\d\d(?:[T ](\d\d:\d\d(:\d\d([.,]\d{1,9})?)?)(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** The text in the one form that every engine reads alike. */
function normalized(text: string, time: string | undefined, zone = "Z"): string {
  const day = text.slice(0, "2024-01-31".length);
  const [, sign = "", hours = "", minutes = "00"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = sign === "" ? "Z" : `${sign}${hours}:${minutes}`;
  return `${day}T${(time ?? "00:00").replace(",", ".")}${offset}`;
}

/** Compares the creation of an order with the moment of sending, both on the platform's clock. */
export function compareInterval(created: Interval | undefined, sent: Interval): Relation {
  if (created === undefined) return "unclear";
  if (created.latest < sent.earliest) return "before";
  return created.earliest > sent.latest ? "after" : "unclear";
}
