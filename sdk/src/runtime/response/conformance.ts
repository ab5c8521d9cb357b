import { findIssues, getValueAt, type Issue, isDated, runOn, type Schema } from "../schema/index.js";

/** Result of validating a value. */
export interface Conformance {
  /** Value with tolerated deviations corrected in place. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Validates a response with its schema. The platforms are known to send `null` for absent values, and numbers and
 * booleans as text. These are corrected; any other difference is an issue. Unknown fields are kept.
 *
 * @param isPartial True if properties may be missing, for example because the query selects some.
 */
export function conform(schema: Schema<unknown>, value: unknown, isPartial: boolean): Conformance {
  const found = findIssues(schema, value);
  if (found.length === 0) return { value: parseDates(schema, value), issues: found };
  const repaired = found.filter((issue) => repair(value, issue)).length > 0;
  const left = repaired ? findIssues(schema, value) : found;
  const issues = isPartial ? left.filter((issue) => !isMissing(value, issue)) : left;
  return { value: parseDates(schema, value), issues };
}

/** Replaces texts with dates where the schema has dates, and keeps everything else as received. */
export function parseDates(schema: Schema<unknown>, value: unknown): unknown {
  return isDated(schema) ? copyDates(value, runOn(schema, value).value) : value;
}

function copyDates(value: unknown, dated: unknown): unknown {
  if (dated instanceof Date) return dated;
  if (!isObject(value) || !isObject(dated)) return value;
  for (const key of Object.keys(value)) {
    const part: unknown = Reflect.get(value, key);
    const date = copyDates(part, Object.hasOwn(dated, key) ? Reflect.get(dated, key) : undefined);
    if (date !== part) Reflect.set(value, key, date);
  }
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Corrects the value that an issue is about, in place. The value was just parsed, so no one else uses it. */
function repair(root: unknown, issue: Issue): boolean {
  const key = issue.path.at(-1);
  const parent = getValueAt(root, issue.path.slice(0, -1));
  if (issue.code !== "invalid_type" || key === undefined || typeof parent !== "object" || parent === null) return false;
  const value: unknown = Reflect.get(parent, key);
  if (value === null && !Array.isArray(parent)) return Reflect.deleteProperty(parent, key);
  const parsed = readers[issue.expected]?.(value);
  return parsed !== undefined && Reflect.set(parent, key, parsed);
}

/** Readers that convert text to the expected type. */
const readers: Readonly<Record<string, (value: unknown) => number | boolean | undefined>> = {
  number: parseNumber,
  int: parseNumber,
  boolean: parseBoolean,
};

/** Parses a boolean sent as text. AppDirect's own pages show results with `"success": "true"`. */
function parseBoolean(value: unknown): boolean | undefined {
  return value === "true" || value === "false" ? value === "true" : undefined;
}

/** Parses a number sent as text, unless JavaScript would round it. */
function parseNumber(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

function isMissing(root: unknown, issue: Issue): boolean {
  return getValueAt(root, issue.path) === undefined;
}
