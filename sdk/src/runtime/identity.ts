import type { ValidationIssue } from "../errors.js";
import { excerptOf } from "./excerpt.js";
import { valueAt } from "./issues.js";
import type { Identity } from "./operation.js";

/**
 * Finds what a success lacks to be the proof that something was placed or created: `{"error":"maintenance"}`, `[]`,
 * `"queued"` and `{"orderId":null}` all come with status 200, and none of them is an order.
 */
export function identityIssues({ root, path }: Identity, body: unknown): readonly ValidationIssue[] {
  if (root === "object") return isObject(body) ? idIssues(body, "$", path) : [unfit("$", "an object", body)];
  if (!Array.isArray(body) || body.length === 0) return [unfit("$", "a list that is not empty", body)];
  const index = body.findIndex((item) => idIssues(item, "$", path).length > 0);
  return index < 0 ? [] : idIssues(body[index], `$[${index}]`, path);
}

function idIssues(value: unknown, place: string, path: Identity["path"]): readonly ValidationIssue[] {
  const id = valueAt(value, path);
  return isId(id) ? [] : [unfit([place, ...path].join("."), "an id", id)];
}

function isId(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unfit(path: string, expected: string, found: unknown): ValidationIssue {
  const LONGEST = 60;
  return {
    path,
    message: `expected ${expected}, found ${found === undefined ? "nothing" : excerptOf(found, LONGEST)}`,
  };
}
