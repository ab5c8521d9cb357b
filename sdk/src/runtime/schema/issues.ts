import * as z from "zod/mini";
import type { ValidationIssue } from "../../errors/error-details.js";
import { createExcerpt, type Redact } from "./excerpt.js";
import type { Schema } from "./schema.js";

/** Issue found by zod, with its location. */
export type Issue = z.core.$ZodIssue;

/** Returns the mismatches between a value and its schema; empty if it matches. */
export function findIssues(schema: Schema<unknown>, value: unknown): readonly Issue[] {
  try {
    const result = z.safeParse(schema, value);
    return result.success ? [] : result.error.issues;
  } catch (error) {
    // zod passes issues as arguments of a function call, which engines limit to about 120,000.
    if (!(error instanceof RangeError)) throw error;
    return [{ code: "custom", path: [], message: "too many mismatches to list", input: value }];
  }
}

/** Maximum number of issues in an error or a warning. A response may have a million. */
const MOST_ISSUES = 100;

/**
 * Describes issues for a reader: JSON path, expected value and actual value. If there are very many, the last entry
 * counts those that are left out.
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
  return others === 0 ? named : [...named, { path: "$", message: `${others} more mismatches` }];
}

/** Summarizes issues in one line that lists a few and counts the others. */
export function summarizeIssues(issues: readonly ValidationIssue[]): string {
  const FEW = 5;
  const named = issues.slice(0, FEW).map(({ path, message }) => `${path}: ${message}`);
  const others = issues.length - named.length;
  return [...named, ...(others === 0 ? [] : [`and ${others} more`])].join("; ");
}

/** Returns the value at a path of own properties. */
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

/** Cuts names of properties, which come from the other side and may have any length. */
function cut(text: string): string {
  const LONGEST = 200;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function describeIssue(issue: Issue, value: unknown, redact: Redact): string {
  const LONGEST = 60;
  const found = value === undefined ? "found nothing" : `found ${createExcerpt(value, LONGEST, redact)}`;
  return `${redact(describeExpectation(issue))}, ${found}`;
}

/** Describes the expected value. zod/mini contains no messages, which keeps bundles small. */
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
      return `expected text that matches ${issue.pattern ?? issue.format}`;
    case "not_multiple_of":
      return `expected a multiple of ${issue.divisor}`;
    case "unrecognized_keys":
      return `expected only documented properties, not ${cut(issue.keys.slice(0, MOST_ISSUES).join(", "))}`;
    case "invalid_union":
      return "expected one of the documented alternatives";
    default:
      return issue.message === "" || issue.message === "Invalid input" ? "expected another value" : issue.message;
  }
}

function sizePrefix(origin: string): string {
  return origin === "string" || origin === "array" ? "a length of " : "";
}

function unitSuffix(origin: string): string {
  if (origin === "array") return " (items)";
  return origin === "string" ? " (characters)" : "";
}
