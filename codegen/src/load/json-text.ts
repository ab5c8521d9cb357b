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

/** Takes the prototype from all objects and counts their keys. `undefined` if a limit is passed or a number is infinite. */
function settle(root: JsonValue): number | undefined {
  let keys = 0;
  return visit(root, 0) ? keys : undefined;

  function visit(value: JsonValue, depth: number): boolean {
    if (typeof value === "number") return Number.isFinite(value);
    if (typeof value !== "object" || value === null) return true;
    if (depth > maximumDepth) return false;
    if (isList(value)) return value.every((item) => visit(item, depth + 1));
    Object.setPrototypeOf(value, null);
    for (const key in value) {
      keys += 1;
      if (!visit(value[key] as JsonValue, depth + 1)) return false;
    }
    return true;
  }
}

/** How many keys a JSON text holds: strings before a colon. Quotation marks stand only around strings. */
function countKeys(text: string): number {
  let keys = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = endOfString(text, start) + 1;
    while (isBlank(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) === COLON) keys += 1;
    start = text.indexOf('"', end);
  }
  return keys;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Offset of the quotation mark that closes a string: the first with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text.charCodeAt(start - 1) === BACKSLASH) start -= 1;
  return (offset - start) % 2 === 1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
