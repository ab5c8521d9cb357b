import type { ValidationIssue } from "../../errors/index.js";
import { createExcerpt, getValueAt, type Identity, type Redact } from "../schema/index.js";

/**
 * Finds what a success lacks to be the proof that something was placed or created: `{"error":"maintenance"}`, `[]`,
 * `"queued"` and `{"orderId":null}` all come with status 200, and none of them is an order.
 */
export function findIdentityIssues(
  { root, path }: Identity,
  body: unknown,
  redact: Redact,
): readonly ValidationIssue[] {
  const unfit = (place: string, expected: string, found: unknown): readonly ValidationIssue[] => {
    const shown = found === undefined ? "nothing" : createExcerpt(found, LONGEST, redact);
    return [{ path: place, message: `expected ${expected}, found ${shown}` }];
  };
  const issuesAt = (place: string, value: unknown): readonly ValidationIssue[] => {
    const id = getValueAt(value, path);
    return isId(id) ? [] : unfit([place, ...path].join("."), "an id", id);
  };
  if (root === "object") return isObject(body) ? issuesAt("$", body) : unfit("$", "an object", body);
  if (!Array.isArray(body) || body.length === 0) return unfit("$", "a list that is not empty", body);
  const index = body.findIndex((item) => !isId(getValueAt(item, path)));
  return index < 0 ? [] : issuesAt(`$[${index}]`, body[index]);
}

/** Characters that are shown of what was found. */
const LONGEST = 60;

function isId(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
