/** Result of comparing a sent value with the one that an order shows. `not-shown` if they cannot be compared. */
export type Comparison = "equal" | "different" | "not-shown";

/** Combines comparisons: `different` if any part differs, otherwise `not-shown` if any part is not shown. */
export function combineComparisons(parts: readonly Comparison[]): Comparison {
  if (parts.includes("different")) return "different";
  return parts.includes("not-shown") ? "not-shown" : "equal";
}

/** Notation of an ID. Only IDs in the same notation can be compared: a UUID and a number may name the same account. */
export type IdSystem = "uuid" | "number" | "text";

/** Normalized ID with its notation. */
export interface ReadId {
  readonly system: IdSystem;
  readonly text: string;
}

/** Reads an ID. Returns `undefined` if the value is not an ID. */
export function readId(value: unknown): ReadId | undefined {
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { system: "number", text: `${value}` } : undefined;
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") return undefined;
  const uuid = /^\{?([\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12})\}?$/i.exec(text)?.[1];
  if (uuid !== undefined) return { system: "uuid", text: uuid.replaceAll("-", "").toLowerCase() };
  return /^\d+$/.test(text) ? { system: "number", text: text.replace(/^0+(?=\d)/, "") } : { system: "text", text };
}

/** Compares two IDs. If they differ only in case, the result is `not-shown`, because the platform may ignore case. */
export function compareIds(ours: unknown, shown: unknown): Comparison {
  const [left, right] = [readId(ours), readId(shown)];
  if (left === undefined || right === undefined || left.system !== right.system) return "not-shown";
  if (left.text === right.text) return "equal";
  return left.text.toLowerCase() === right.text.toLowerCase() ? "not-shown" : "different";
}

/** Compares two amounts, given as numbers or as numeric text. */
export function compareNumbers(ours: unknown, shown: unknown): Comparison {
  const [left, right] = [readNumber(ours), readNumber(shown)];
  if (left === undefined || right === undefined) return "not-shown";
  return left === right ? "equal" : "different";
}

function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

/** JSON object with unknown properties. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns true if a value is a JSON object, not a list or `null`. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns an own property of an object, or `undefined` if it is absent or `null`. */
export function getField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
}
