import type { EventResult } from "../../generated/appdirect/types.js";

/** Forms that a result may be written in. */
export type ResultFormat = "json" | "xml";

/** A result as it is sent. */
export interface ResultText {
  readonly contentType: string;
  readonly text: string;
}

/** A result, written. */
export function writeResult(result: EventResult, format: ResultFormat): ResultText {
  return format === "xml"
    ? { contentType: "application/xml", text: resultXml(result) }
    : { contentType: "application/json", text: JSON.stringify(result) };
}

/**
 * The form that the sender of a request asks for (RFC 9110 section 12.5.1): XML where it would rather have that, or
 * names it and not JSON; else JSON.
 */
export function negotiateFormat(accept: string | null | undefined): ResultFormat {
  const ranges = (accept ?? "").slice(0, LONGEST_ACCEPT).toLowerCase().split(",").map(mediaRange);
  const xml = quality(ranges, ["application/xml", "text/xml"]);
  const json = quality(ranges, ["application/json"]);
  if (xml.value !== json.value) return xml.value > json.value ? "xml" : "json";
  return xml.isNamed && !json.isNamed ? "xml" : "json";
}

/** Characters of an `Accept` header that are looked at. Anyone may send one, and marketplaces send a few types. */
const LONGEST_ACCEPT = 2_048;

interface MediaRange {
  readonly type: string;
  /** From 0 to 1. */
  readonly quality: number;
}

function mediaRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { type, quality: weight === undefined ? 1 : Number(weight) || 0 };
}

/** How much one of some types is wanted: by its own name, else by a range that holds it. */
function quality(
  ranges: readonly MediaRange[],
  types: readonly string[],
): { readonly value: number; readonly isNamed: boolean } {
  const named = ranges.filter(({ type }) => types.includes(type));
  const fitting = named.length > 0 ? named : ranges.filter(({ type }) => type === "application/*" || type === "*/*");
  const value = Math.max(0, ...fitting.map(({ quality }) => quality));
  return { value, isNamed: named.length > 0 && value > 0 };
}

/** Element names of live captures; the documentation prints them in lower case. */
function resultXml(result: EventResult): string {
  const elements = elementNames.flatMap((name) => {
    const value = result[name];
    return value === undefined ? [] : [`<${name}>${escaped(String(value))}</${name}>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result>${elements.join("")}</result>`;
}

const elementNames = ["success", "errorCode", "message", "accountIdentifier", "userIdentifier"] as const;

function escaped(text: string): string {
  return text.replace(NOT_IN_XML, "\ufffd").replace(/[<>&\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What XML 1.0 section 2.2 has no way to write: most control characters, and half a surrogate pair. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
