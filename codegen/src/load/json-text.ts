import type { JsonValue } from "../json/index.js";
import { maximumDepth } from "./limits.js";

/**
 * The value of a text that is JSON and has nothing to be said about it; `undefined` for every other text, which is left
 * to the YAML parser. That one reads JSON, too, and knows where things stand, but takes forty times as long.
 */
export function readJson(text: string): JsonValue | undefined {
  const root = parsed(text);
  if (root === undefined) return undefined;
  const keys = settle(root);
  // `JSON.parse` keeps the last of two equal keys, so that a duplicate shows as a key too few.
  return keys === undefined || keys !== countKeys(text) ? undefined : root;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the prototype from all objects and counts their keys. `undefined` where a limit is passed or a number is infinite. */
function settle(root: JsonValue): number | undefined {
  let keys = 0;
  const open: { readonly value: JsonValue; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === "number" && !Number.isFinite(value)) return undefined;
    if (typeof value !== "object" || value === null) continue;
    if (depth > maximumDepth) return undefined;
    const children = Object.values(value);
    if (!Array.isArray(value)) {
      Object.setPrototypeOf(value, null);
      keys += children.length;
    }
    for (const child of children) open.push({ value: child, depth: depth + 1 });
  }
  return keys;
}

/** How many keys a JSON text holds: strings before a colon. Quotation marks stand nowhere but around strings. */
function countKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) keys += 1;
  return keys;
}
