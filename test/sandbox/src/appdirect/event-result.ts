import { XMLParser } from "fast-xml-parser";
import { isJsonObject } from "../json.js";

/** A vendor's result for an event, whichever form it was written in. */
export interface EventResult {
  /** Whether the vendor did what the event asked for. */
  readonly success: boolean;
  /** The vendor's own id for the new account: required with a successful order. */
  readonly accountIdentifier?: string;
  /** The vendor's own ID of a user that was assigned. */
  readonly userIdentifier?: string;
  /** Why not, of AppDirect's list. */
  readonly errorCode?: string;
  /** For people. */
  readonly message?: string;
}

const texts = ["accountIdentifier", "userIdentifier", "errorCode", "message"] as const;

const parser = new XMLParser({ parseTagValue: false });

/** Reads a result in JSON or XML, told apart by the first character. `undefined` where the text is neither. */
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
  // Entities are declared in a DOCTYPE, and a result needs none.
  if (/<!DOCTYPE/i.test(body)) return undefined;
  try {
    const document = parser.parse(body, true);
    return membersOf(document.result);
  } catch {
    return undefined;
  }
}

/** Names in lower case: published examples spell `errorcode` as well as `errorCode`. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!isJsonObject(value)) return undefined;
  return new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
}
