import type { EventResult } from "../../generated/appdirect/types.js";

/** Format of a result. */
export type ResultFormat = "json" | "xml";

/** Serialized result. */
export interface ResultText {
  readonly contentType: string;
  readonly text: string;
}

/** Serializes a result. */
export function writeResult(result: EventResult, format: ResultFormat): ResultText {
  return format === "xml"
    ? { contentType: "application/xml", text: writeXml(result) }
    : { contentType: "application/json", text: JSON.stringify(result) };
}

/**
 * Selects the format for an `Accept` header (RFC 9110 section 12.5.1): XML if the sender prefers it, or names it but
 * not JSON; otherwise JSON.
 */
export function negotiateFormat(accept: string | null | undefined): ResultFormat {
  const ranges = (accept ?? "").slice(0, LONGEST_ACCEPT).toLowerCase().split(",").map(parseMediaRange);
  const xml = findQuality(ranges, ["application/xml", "text/xml"]);
  const json = findQuality(ranges, ["application/json"]);
  if (xml.value !== json.value) return xml.value > json.value ? "xml" : "json";
  return xml.isNamed && !json.isNamed ? "xml" : "json";
}

/**
 * Maximum number of characters read from an `Accept` header. Marketplaces send a few types, but anyone may send
 * more.
 */
const LONGEST_ACCEPT = 2_048;

interface MediaRange {
  readonly type: string;
  /** Weight from 0 to 1. */
  readonly quality: number;
}

function parseMediaRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { type, quality: weight === undefined ? 1 : Number(weight) || 0 };
}

/** Finds the quality of a type: that of its own name, otherwise that of a range that includes it. */
function findQuality(
  ranges: readonly MediaRange[],
  types: readonly string[],
): { readonly value: number; readonly isNamed: boolean } {
  const named = ranges.filter(({ type }) => types.includes(type));
  const matching = named.length > 0 ? named : ranges.filter(({ type }) => type === "application/*" || type === "*/*");
  const value = Math.max(0, ...matching.map(({ quality }) => quality));
  return { value, isNamed: named.length > 0 && value > 0 };
}

/** Writes a result as XML. The element names are those of live captures; the documentation has them in lower case. */
function writeXml(result: EventResult): string {
  const elements = elementNames.flatMap((name) => {
    const value = result[name];
    return value === undefined ? [] : [`<${name}>${escapeXml(String(value))}</${name}>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result>${elements.join("")}</result>`;
}

const elementNames = ["success", "errorCode", "message", "accountIdentifier", "userIdentifier"] as const;

function escapeXml(text: string): string {
  return text.replace(NOT_IN_XML, "\ufffd").replace(/[<>&\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Characters that XML 1.0 section 2.2 does not allow: most control characters, and lone surrogates. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
