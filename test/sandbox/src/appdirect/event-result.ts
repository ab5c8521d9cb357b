import { XMLParser } from "fast-xml-parser";
import { isJsonObject } from "../json.js";

/** Vendor's result for an event, parsed from JSON or XML. */
export interface EventResult {
  /** True if the vendor did what the event asked for. */
  readonly success: boolean;
  /** Vendor's ID of the new account. Required for a successful order. */
  readonly accountIdentifier?: string;
  /** Vendor's ID of the assigned user. */
  readonly userIdentifier?: string;
  /** Reason for a failure, from AppDirect's list. */
  readonly errorCode?: string;
  /** Message for people. */
  readonly message?: string;
}

const texts = ["accountIdentifier", "userIdentifier", "errorCode", "message"] as const;

const parser = new XMLParser({ parseTagValue: false });

/** Parses a result in JSON or XML, depending on the first character. Returns `undefined` if the text is neither. */
export function parseEventResult(body: string): EventResult | undefined {
  const members = body.trimStart().startsWith("<") ? xmlMembers(body) : jsonMembers(body);
  const success = members?.get("success");
  if (members === undefined || !["true", "false"].includes(String(success))) return undefined;
  const given = texts.flatMap((name) => {
    const value = members.get(name.toLowerCase());
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return { success: String(success) === "true", ...Object.fromEntries(given) };
}

function jsonMembers(body: string): ReadonlyMap<string, unknown> | undefined {
  try {
    return membersOf(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function xmlMembers(body: string): ReadonlyMap<string, unknown> | undefined {
  // Only a DOCTYPE can declare entities, and a result does not need one.
  if (/<!DOCTYPE/i.test(body)) return undefined;
  try {
    const document = parser.parse(body, true);
    return membersOf(document.result);
  } catch {
    return undefined;
  }
}

/** Members with lower-case names, because published examples use both `errorcode` and `errorCode`. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!isJsonObject(value)) return undefined;
  return new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
}
