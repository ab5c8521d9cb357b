import { eventShape, isList, type ListShape, type ObjectShape, type Shape, undocumented } from "./event-shape.js";
import { createDepthError, createParseError, DEEPEST_EVENT } from "./unreadable-event.js";

/**
 * An event in the one form that the document describes. Marketplaces write maps in several shapes, numbers as text, and
 * what was XML once has single items where lists should be. This is put right, whatever the type of the event:
 *
 * - What is `null` is absent, also inside of what nobody documented.
 * - Text has no white space at its ends, since XML may put some there. An empty text is a text, not an absent one.
 * - `links` and `order.items` are lists, and empty where nothing was written.
 * - What cannot be put right, such as a quantity of `"12,5"`, stays as it came.
 * - A member that would replace the prototype of an object it is copied to is left out.
 *
 * @throws EventParseError for a body so deep or so large that going through it might stop the program
 */
export function canonicalizeEvent(body: unknown): unknown {
  assertBounded(body);
  return canonicalize(body, eventShape);
}

/** Values of an event. An order of all units that AppDirect has comes to a thousand. */
const MOST_VALUES = 20_000;

/** Goes level by level, so that it is itself not bounded by the stack. */
function assertBounded(body: unknown): void {
  let count = 0;
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > DEEPEST_EVENT) throw createDepthError();
    if (count > MOST_VALUES) throw createParseError(`expected at most ${MOST_VALUES} values, and there are more`);
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}

/** @param shape None for what nobody documented. */
function canonicalize(value: unknown, shape?: Shape): unknown {
  if (shape === "map") return canonicalizeMap(value);
  if (typeof value !== "object" || value === null) return typeof shape === "string" ? readers[shape](value) : value;
  if (isList(shape)) return canonicalizeList(value, shape);
  if (isObject(value)) return canonicalizeObject(value, typeof shape === "object" ? shape : undocumented);
  return Array.isArray(value) ? value.map((item) => canonicalize(item)) : value;
}

function canonicalizeObject(value: JsonObject, { members }: ObjectShape): JsonObject {
  const lists = Object.entries(members).filter(isListMember);
  const named = lists.reduce(renamePlural, value);
  const parts = listEntries(named).map(([name, part]) => [name, canonicalize(part, memberOf(members, name))] as const);
  return lists.reduce(fillList, Object.fromEntries(parts));
}

function isListMember(member: [string, Shape]): member is [string, ListShape] {
  return isList(member[1]);
}

function memberOf(members: ObjectShape["members"], name: string): Shape | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Converters of XML to JSON keep the name of the element that is repeated. */
function renamePlural(value: JsonObject, [name, { itemName }]: readonly [string, ListShape]): JsonObject {
  const { [itemName]: items, ...rest } = value;
  const isRenamed = items !== undefined && (value[name] ?? undefined) === undefined;
  return isRenamed ? { ...rest, [name]: items } : value;
}

function fillList(value: JsonObject, [name, { whenEmpty }]: readonly [string, ListShape]): JsonObject {
  const { [name]: list = [], ...rest } = value;
  if (!Array.isArray(list) || list.length > 0) return value;
  return whenEmpty === "absent" ? rest : { ...rest, [name]: [] };
}

function canonicalizeList(value: object, { item, itemName }: ListShape): unknown {
  const wrapped = isObject(value) ? value[itemName] : undefined;
  const items = wrapped === undefined ? value : wrapped;
  return [items]
    .flat()
    .filter((item) => item !== null)
    .map((part) => canonicalize(part, item));
}

/** `{ "domain": "x" }`, whether it came so, as `{ "entry": [{ "key": "domain", "value": "x" }] }`, or as `[]`. */
function canonicalizeMap(value: unknown): unknown {
  const entries = entriesOf(value);
  if (entries === undefined) return value;
  return Object.fromEntries(listEntries(Object.fromEntries(entries)).map(([key, item]) => [key, textOf(item)]));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value)) return value.every(isEntry) ? value.map(({ key, value }) => [key, value]) : undefined;
  if (!isObject(value)) return undefined;
  const { entry, ...others } = value;
  // A field of the product may be called `entry` as well; its value is text.
  const wrapped = typeof entry === "object" && entry !== null ? entriesOf([entry].flat()) : undefined;
  return wrapped === undefined ? Object.entries(value) : [...wrapped, ...Object.entries(others)];
}

interface Entry {
  readonly key: string;
  readonly value?: unknown;
}

function isEntry(value: unknown): value is Entry {
  return isObject(value) && typeof value["key"] === "string";
}

/** In XML every value is text, so an event says the same in both forms. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

const readers: Readonly<Record<"text" | "number" | "boolean", (value: unknown) => unknown>> = {
  text: (value) => (value === undefined || value === null ? value : textOf(value)),
  number: (value) => (typeof value === "string" ? (numberOf(value.trim()) ?? value) : value),
  boolean: (value) => (typeof value === "string" ? (booleanOf(value.trim()) ?? value) : value),
};

/** A decimal as XML writes it, without exponent. One with more digits than a number can hold would become another. */
function numberOf(text: string): number | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const number = Number(text);
  const isExact = Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
  return isExact ? number : undefined;
}

function booleanOf(text: string): boolean | undefined {
  return text === "true" || text === "false" ? text === "true" : undefined;
}

function listEntries(value: JsonObject): (readonly [string, unknown])[] {
  return Object.entries(value).filter(([name, part]) => part !== null && part !== undefined && name !== "__proto__");
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
