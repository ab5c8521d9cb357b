import { type Fault, parseFault } from "./fault.js";

/** Member that is set by the value after the kind. */
const mainMembers: { readonly [K in Fault["kind"]]?: string } = {
  delay: "milliseconds",
  reset: "when",
  silence: "when",
  late: "milliseconds",
  body: "body",
  status: "status",
  html: "status",
  clock: "seconds",
  "rewritten-query": "how",
  filters: "how",
  "hidden-properties": "properties",
  "renamed-property": "property",
  "wrong-total": "by",
};

/**
 * Parses faults from text: `delay=500`, `reset=after`, `status=503;retryAfter=1, delay=20`. Values may be
 * percent-encoded, and must be if they contain a comma, a semicolon or an equals sign. Throws a `TypeError` that
 * describes the problem and refers to the text as `name`.
 */
export function parseFaultText(text: string, name: string): readonly Fault[] {
  return text.split(",").map((part) => parsePart(part.trim(), name));
}

function parsePart(text: string, name: string): Fault {
  const [first = "", ...others] = text.split(";");
  const [kind = "", value] = first.split("=");
  const main = Object.entries(mainMembers).find(([known]) => known === kind)?.[1];
  const members = value === undefined ? others : [`${main ?? "value"}=${value}`, ...others];
  return parseFault({ kind, ...Object.fromEntries(members.map(parseMember)) }, name);
}

function parseMember(member: string): readonly [string, unknown] {
  const [name = "", text = ""] = member.split("=").map((part) => part.trim());
  const value = decode(text);
  if (name === "properties") return [name, value.split(/\s+/).filter(Boolean)];
  return [name, name !== "body" && /^-?\d+$/.test(value) ? Number(value) : value];
}

/** Decodes text, or returns it unchanged if it cannot be decoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
