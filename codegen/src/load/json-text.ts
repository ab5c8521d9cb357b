import type { JsonValue } from "../json/index.js";
import { maximumDepth } from "./limits.js";

/**
 * Parses text that is valid, unproblematic JSON. Returns `undefined` for all other text, which the YAML parser handles.
 * The YAML parser reads JSON too and knows positions, but takes forty times as long.
 */
export function readJson(text: string): JsonValue | undefined {
  const root = tryParse(text);
  if (root === undefined) return undefined;
  const keys = normalize(root);
  // `JSON.parse` keeps the last of two equal keys, so a duplicate makes the count one too low.
  return keys === undefined || keys !== countKeys(text) ? undefined : root;
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Removes the prototype from all objects and counts their keys. Returns `undefined` if a limit is exceeded or a number
 * is infinite.
 */
function normalize(root: JsonValue): number | undefined {
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

/** Counts the keys in JSON text: strings followed by a colon. In JSON, quotation marks only delimit strings. */
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

/** Offset of the closing quotation mark: the first one that follows an even number of backslashes. */
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
