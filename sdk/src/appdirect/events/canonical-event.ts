import { eventShape } from "../../generated/appdirect/shapes.js";
import type { ListShape, ObjectShape, Shape } from "../../runtime/schema/shape.js";
import { isList, undocumented } from "./shapes.js";
import { createDepthError, createParseError, DEEPEST_EVENT } from "./unreadable-event.js";

/**
 * Converts an event to the form that the document describes. Marketplaces write maps in several forms and numbers as
 * text, and JSON converted from XML has single items instead of lists. The conversion does not depend on the type of
 * the event:
 *
 * - A `null` is absent, also in undocumented parts.
 * - Text is trimmed, because XML may add white space. An empty text stays an empty text.
 * - `links` and `order.items` are always lists, and empty if the event has none.
 * - A value that cannot be converted, such as a quantity of `"12,5"`, stays as it is.
 * - A member named `__proto__` is dropped.
 *
 * @throws EventParseError if the body is too deep or too large to process safely
 */
export function canonicalizeEvent(body: unknown): unknown {
  assertBounded(body);
  return canonicalize(body, eventShape);
}

/** Maximum number of values. An order of all units that AppDirect has contains a thousand. */
const MOST_VALUES = 20_000;

/** Counts level by level, because recursion would be limited by the stack. */
function assertBounded(body: unknown): void {
  let count = 0;
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > DEEPEST_EVENT) throw createDepthError();
    if (count > MOST_VALUES) throw createParseError(`expected at most ${MOST_VALUES} values, found more`);
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}

function canonicalize(value: unknown, shape: Shape): unknown {
  if (shape === "map") return canonicalizeMap(value);
  if (typeof value !== "object" || value === null) return typeof shape === "string" ? readers[shape](value) : value;
  if (isList(shape)) return canonicalizeList(value, shape);
  if (isObject(value)) return canonicalizeObject(value, typeof shape === "object" ? shape : undocumented);
  return Array.isArray(value) ? value.map((item) => canonicalize(item, "unknown")) : value;
}

function canonicalizeObject(value: JsonObject, { members }: ObjectShape): JsonObject {
  const lists = Object.entries(members).filter(isListMember);
  const renamed = lists.reduce(renameItems, value);
  const parts = presentEntries(renamed).map(
    ([name, part]) => [name, canonicalize(part, shapeOf(name, members))] as const,
  );
  return lists.reduce(fillList, Object.fromEntries(parts));
}

function isListMember(member: [string, Shape]): member is [string, ListShape] {
  return isList(member[1]);
}

function shapeOf(name: string, members: ObjectShape["members"]): Shape {
  return (Object.hasOwn(members, name) ? members[name] : undefined) ?? "unknown";
}

/** Renames `item` to `items`. Converters from XML to JSON keep the name of the repeated element. */
function renameItems(value: JsonObject, [name, { itemName }]: readonly [string, ListShape]): JsonObject {
  const { [itemName]: items, ...rest } = value;
  const isRenamed = items !== undefined && (value[name] ?? undefined) === undefined;
  return isRenamed ? { ...rest, [name]: items } : value;
}

function fillList(value: JsonObject, [name, { isEmptyByDefault }]: readonly [string, ListShape]): JsonObject {
  const { [name]: list = [], ...rest } = value;
  if (!Array.isArray(list) || list.length > 0) return value;
  return isEmptyByDefault ? { ...rest, [name]: [] } : rest;
}

function canonicalizeList(value: object, { item, itemName }: ListShape): unknown {
  const wrapped = isObject(value) ? value[itemName] : undefined;
  const items = wrapped === undefined ? value : wrapped;
  return [items]
    .flat()
    .filter((part) => part !== null)
    .map((part) => canonicalize(part, item));
}

/** Converts `{ "domain": "x" }`, `{ "entry": [{ "key": "domain", "value": "x" }] }` or `[]` to the first form. */
function canonicalizeMap(value: unknown): unknown {
  const entries = readEntries(value);
  if (entries === undefined) return value;
  return Object.fromEntries(presentEntries(Object.fromEntries(entries)).map(([key, item]) => [key, toText(item)]));
}

function readEntries(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value)) return value.every(isEntry) ? value.map(({ key, value }) => [key, value]) : undefined;
  if (!isObject(value)) return undefined;
  const { entry, ...others } = value;
  // A product may also have a field named `entry`, whose value is text.
  const wrapped = typeof entry === "object" && entry !== null ? readEntries([entry].flat()) : undefined;
  return wrapped === undefined ? Object.entries(value) : [...wrapped, ...Object.entries(others)];
}

interface Entry {
  readonly key: string;
  readonly value?: unknown;
}

function isEntry(value: unknown): value is Entry {
  return isObject(value) && typeof value["key"] === "string";
}

/** Converts a value to text. All values in XML are text, so both forms of an event become equal. */
function toText(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

const readers: Readonly<Record<Exclude<Shape & string, "map">, (value: unknown) => unknown>> = {
  unknown: (value) => value,
  text: (value) => (value === undefined || value === null ? value : toText(value)),
  number: (value) => (typeof value === "string" ? (parseNumber(value.trim()) ?? value) : value),
  boolean: (value) => (typeof value === "string" ? (parseBoolean(value.trim()) ?? value) : value),
};

/** Parses a decimal without an exponent. Rejects numbers with more digits than a `number` can hold. */
function parseNumber(text: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const number = Number(text);
  const isExact = Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
  return isExact ? number : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  return text === "true" || text === "false" ? text === "true" : undefined;
}

function presentEntries(value: JsonObject): (readonly [string, unknown])[] {
  return Object.entries(value).filter(([name, part]) => part !== null && part !== undefined && name !== "__proto__");
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
