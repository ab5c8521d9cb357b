/** Result of comparing a value that was sent with what an order shows. `not-shown` where the two cannot be compared. */
export type Comparison = "equal" | "different" | "not-shown";

/** One difference settles it; without one, a single part that is not shown leaves it open. */
export function combineComparisons(parts: readonly Comparison[]): Comparison {
  if (parts.includes("different")) return "different";
  return parts.includes("not-shown") ? "not-shown" : "equal";
}

/** Way in which an ID is written. Only IDs of one way can be compared: a UUID and a number may name the same account. */
export type IdSystem = "uuid" | "number" | "text";

/** An ID, and the way it is written in. */
export interface ReadId {
  readonly system: IdSystem;
  readonly text: string;
}

/** Reads an ID; `undefined` for what is not one. */
export function readId(value: unknown): ReadId | undefined {
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { system: "number", text: `${value}` } : undefined;
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") return undefined;
  const uuid = /^\{?([\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12})\}?$/i.exec(text)?.[1];
  if (uuid !== undefined) return { system: "uuid", text: uuid.replaceAll("-", "").toLowerCase() };
  return /^\d+$/.test(text) ? { system: "number", text: text.replace(/^0+(?=\d)/, "") } : { system: "text", text };
}

/** Compares two IDs. Whether a text that differs in its case alone is another ID is for the platform to say. */
export function compareIds(ours: unknown, shown: unknown): Comparison {
  const [left, right] = [readId(ours), readId(shown)];
  if (left === undefined || right === undefined || left.system !== right.system) return "not-shown";
  if (left.text === right.text) return "equal";
  return left.text.toLowerCase() === right.text.toLowerCase() ? "not-shown" : "different";
}

/** Compares two amounts, each a number or a text that is one. */
export function compareNumbers(ours: unknown, shown: unknown): Comparison {
  const [left, right] = [readNumber(ours), readNumber(shown)];
  if (left === undefined || right === undefined) return "not-shown";
  return left === right ? "equal" : "different";
}

function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

/** A JSON object whose properties are not known. */
export type Fields = Readonly<Record<string, unknown>>;

/** States that a value is a JSON object, so neither a list nor `null`. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Own property of an object; `undefined` where it is absent or `null`. */
export function getField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
}
