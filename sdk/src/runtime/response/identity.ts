import type { ValidationIssue } from "../../errors/index.js";
import { createExcerpt, getValueAt, type Identity, type Redact } from "../schema/index.js";

/**
 * Checks that a success contains the id of what was created. Platforms send `{"error":"maintenance"}`, `[]`, `"queued"`
 * and `{"orderId":null}` with status 200, but none of them is an order.
 */
export function findIdentityIssues(
  { root, path }: Identity,
  body: unknown,
  redact: Redact,
): readonly ValidationIssue[] {
  const createIssues = (place: string, expected: string, found: unknown): readonly ValidationIssue[] => {
    const shown = found === undefined ? "nothing" : createExcerpt(found, LONGEST, redact);
    return [{ path: place, message: `expected ${expected}, found ${shown}` }];
  };
  const checkId = (place: string, value: unknown): readonly ValidationIssue[] => {
    const id = getValueAt(value, path);
    return isId(id) ? [] : createIssues([place, ...path].join("."), "an id", id);
  };
  if (root === "object") return isObject(body) ? checkId("$", body) : createIssues("$", "an object", body);
  if (!Array.isArray(body) || body.length === 0) return createIssues("$", "a non-empty list", body);
  const index = body.findIndex((item) => !isId(getValueAt(item, path)));
  return index < 0 ? [] : checkId(`$[${index}]`, body[index]);
}

/** Maximum length of the quoted value, in characters. */
const LONGEST = 60;

function isId(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
