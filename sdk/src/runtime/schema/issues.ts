import * as z from "zod/mini";
import type { ValidationIssue } from "../../errors/error-details.js";
import { createExcerpt, type Redact } from "./excerpt.js";
import type { Schema } from "./schema.js";

/** What zod found, and where. */
export type Issue = z.core.$ZodIssue;

/** Where a value parts from its schema; empty where it fits. */
export function findIssues(schema: Schema<unknown>, value: unknown): readonly Issue[] {
  try {
    const result = z.safeParse(schema, value);
    return result.success ? [] : result.error.issues;
  } catch (error) {
    // zod hands issues on as arguments of a call, of which an engine takes some 120,000.
    if (!(error instanceof RangeError)) throw error;
    return [{ code: "custom", path: [], message: "expected fewer faults than can be listed", input: value }];
  }
}

/** Issues that an error or a warning names at most. A response may hold a million. */
const MOST_ISSUES = 100;

/**
 * Issues for a reader: JSON path, what was expected, what was given. Where there are very many, the last entry counts
 * those that are left out.
 *
 * @param redact Removes secrets from what the other side sent.
 */
export function describeIssues(
  issues: readonly Issue[],
  value: unknown,
  redact: Redact = (text) => text,
): readonly ValidationIssue[] {
  const named = issues.slice(0, MOST_ISSUES).map((issue) => ({
    path: redact(toJsonPath(issue.path)),
    message: describeIssue(issue, getValueAt(value, issue.path), redact),
  }));
  const others = issues.length - named.length;
  return others === 0 ? named : [...named, { path: "$", message: `${others} more places do not fit` }];
}

/** Issues as one line that names a few and counts the others. */
export function summarizeIssues(issues: readonly ValidationIssue[]): string {
  const FEW = 5;
  const named = issues.slice(0, FEW).map(({ path, message }) => `${path}: ${message}`);
  const others = issues.length - named.length;
  return [...named, ...(others === 0 ? [] : [`and ${others} more`])].join("; ");
}

/** The value at a path; own properties only. */
export function getValueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
      ? Reflect.get(value, key)
      : undefined;
  }, root);
}

function toJsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
  });
  return cut(`$${steps.join("")}`);
}

/** Names of properties come from the other side, so they may be of any length. */
function cut(text: string): string {
  const LONGEST = 200;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function describeIssue(issue: Issue, given: unknown, redact: Redact): string {
  const LONGEST = 60;
  const found = given === undefined ? "nothing was given" : `${createExcerpt(given, LONGEST, redact)} was given`;
  return `${redact(describeExpectation(issue))}, ${found}`;
}

/** zod/mini carries no texts of its own, so that programs which need none do not pay for them. */
function describeExpectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${issue.expected === "int" ? "a whole number" : `a value of type ${issue.expected}`}`;
    case "invalid_value":
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "too_small":
      return `expected ${sizePrefix(issue.origin)}${issue.inclusive ? "at least" : "more than"} ${issue.minimum}${unitSuffix(issue.origin)}`;
    case "too_big":
      return `expected ${sizePrefix(issue.origin)}${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${unitSuffix(issue.origin)}`;
    case "invalid_format":
      return `expected text that fits ${issue.pattern ?? issue.format}`;
    case "not_multiple_of":
      return `expected a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `expected no further properties than those documented, and not ${cut(issue.keys.slice(0, MOST_ISSUES).join(", "))}`;
    case "invalid_union":
      return "expected one of the documented forms";
    default:
      return issue.message === "" || issue.message === "Invalid input" ? "expected something else" : issue.message;
  }
}

function sizePrefix(origin: string): string {
  return origin === "string" || origin === "array" ? "a length of " : "";
}

function unitSuffix(origin: string): string {
  if (origin === "array") return " (items)";
  return origin === "string" ? " (characters)" : "";
}
