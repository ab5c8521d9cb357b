import { findIssues, getValueAt, type Issue, isDated, runOn, type Schema } from "../schema/index.js";

/** A value that was held against its schema, and how it fell out. */
export interface Conformance {
  /** The value, with what is tolerated put right in place. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Holds an answer against its schema. The platforms are known to send `null` for what is absent, and numbers, true and
 * false as text; these are put right, and everything else that is not as documented is an issue. Fields that the
 * document does not know stay as they are.
 *
 * @param isPartial Whether properties may be missing, as where a query selects some.
 */
export function conform(schema: Schema<unknown>, value: unknown, isPartial: boolean): Conformance {
  const found = findIssues(schema, value);
  if (found.length === 0) return { value: parseDates(schema, value), issues: found };
  const repaired = found.filter((issue) => repair(value, issue)).length > 0;
  const left = repaired ? findIssues(schema, value) : found;
  const issues = isPartial ? left.filter((issue) => !isMissing(value, issue)) : left;
  return { value: parseDates(schema, value), issues };
}

/** An answer with the dates that its schema makes of text; all else stays the very value that came. */
export function parseDates(schema: Schema<unknown>, value: unknown): unknown {
  return isDated(schema) ? grafted(value, runOn(schema, value).value) : value;
}

function grafted(value: unknown, made: unknown): unknown {
  if (made instanceof Date) return made;
  if (!isObject(value) || !isObject(made)) return value;
  for (const key of Object.keys(value)) {
    const part: unknown = Reflect.get(value, key);
    const date = grafted(part, Object.hasOwn(made, key) ? Reflect.get(made, key) : undefined);
    if (date !== part) Reflect.set(value, key, date);
  }
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Puts right what an issue is about, in place; the value is ours, fresh from the wire. */
function repair(root: unknown, issue: Issue): boolean {
  const key = issue.path.at(-1);
  const parent = getValueAt(root, issue.path.slice(0, -1));
  if (issue.code !== "invalid_type" || key === undefined || typeof parent !== "object" || parent === null) return false;
  const value: unknown = Reflect.get(parent, key);
  if (value === null && !Array.isArray(parent)) return Reflect.deleteProperty(parent, key);
  const meant = readers[issue.expected]?.(value);
  return meant !== undefined && Reflect.set(parent, key, meant);
}

/** What text that stands in the place of something else means, by what is expected there. */
const readers: Readonly<Record<string, (value: unknown) => number | boolean | undefined>> = {
  number: numberOf,
  int: numberOf,
  boolean: booleanOf,
};

/** AppDirect's own pages show results with `"success": "true"`. */
function booleanOf(value: unknown): boolean | undefined {
  return value === "true" || value === "false" ? value === "true" : undefined;
}

/** A number that arrives as text, if the text says exactly that number. */
function numberOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number;
}

function isMissing(root: unknown, issue: Issue): boolean {
  return getValueAt(root, issue.path) === undefined;
}
