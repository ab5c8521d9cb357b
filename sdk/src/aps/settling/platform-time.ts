/** Range of times on a clock, in milliseconds since 1970, or of differences between two clocks, in milliseconds. */
export interface Interval {
  readonly earliest: number;
  readonly latest: number;
}

/** Date as the platform wrote it. */
export interface WrittenDate extends Interval {
  /** Moment in milliseconds since 1970. A text without a time zone is read as UTC. */
  readonly at: number;
  /** True if the text includes a time zone. */
  readonly hasZone: boolean;
}

/** Relation between the creation of one order and the moment when another order was sent. */
export type Relation = "before" | "after" | "unclear";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Largest offset of a local time from UTC. */
const LARGEST_ZONE = 14 * HOUR;

/** Offset of an unknown clock. A clock that is wrong by more than a day cannot sign requests. */
const UNKNOWN_OFFSET: Interval = { earliest: -DAY, latest: DAY };

/**
 * Computes the offset to add to this machine's clock to get the platform's, from one response.
 *
 * @param date Header `Date`, which the platform wrote between the two moments and truncated to a whole second;
 * `undefined` if it cannot be read.
 * @param requestedAt Moment before the request, by this machine's clock.
 * @param respondedAt Moment after the response, by this machine's clock.
 */
export function computeOffset(date: number | undefined, requestedAt: number, respondedAt: number): Interval {
  if (date === undefined) return UNKNOWN_OFFSET;
  return {
    earliest: date - Math.max(requestedAt, respondedAt),
    latest: date + SECOND - Math.min(requestedAt, respondedAt),
  };
}

/**
 * Offset that fits all responses. If they contradict each other, a clock was adjusted meanwhile, so any may be right.
 */
export function combineOffsets(offsets: readonly Interval[]): Interval {
  const all = offsets.length === 0 ? [UNKNOWN_OFFSET] : offsets;
  const earliest = all.map((offset) => offset.earliest);
  const latest = all.map((offset) => offset.latest);
  const common = { earliest: Math.max(...earliest), latest: Math.min(...latest) };
  if (common.earliest <= common.latest) return common;
  return { earliest: Math.min(...earliest), latest: Math.max(...latest) };
}

/** Converts a moment on this machine's clock to the platform's clock. */
export function toPlatformTime(moment: number, offset: Interval): Interval {
  return { earliest: moment + offset.earliest, latest: moment + offset.latest };
}

/**
 * Reads an ISO 8601 date. The interval allows for what the text omits: a fraction of a second, the time of day or the
 * time zone. It also allows for rounding, and for a difference of one second between the platform's own machines.
 *
 * @returns `undefined` if the value is not such a date.
 */
export function readDate(value: unknown): WrittenDate | undefined {
  const [text, time, seconds, fraction, zone] = (typeof value === "string" ? ISO_DATE.exec(value.trim()) : null) ?? [];
  if (text === undefined) return undefined;
  const at = Date.parse(normalize(text, time, zone));
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

/** Rewrites the text into the form that all engines read in the same way. */
function normalize(text: string, time: string | undefined, zone = "Z"): string {
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
