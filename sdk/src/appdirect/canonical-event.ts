/**
 * An event in the one form that the document describes. Marketplaces write maps in several shapes, and what was XML
 * once has single items where lists should be; both are put right here, and everything else stays as it came.
 */
export function canonicalEvent(body: unknown): unknown {
  return withParts(body, { creator: canonicalUser, payload: canonicalPayload });
}

function canonicalPayload(payload: unknown): unknown {
  return withParts(payload, { user: canonicalUser, order: canonicalOrder, configuration: canonicalMap });
}

function canonicalUser(user: unknown): unknown {
  return withParts(user, { attributes: canonicalMap });
}

/** XML repeats `item` without a list around it, and converters of XML to JSON keep that name. */
function canonicalOrder(order: unknown): unknown {
  if (!isObject(order)) return order;
  const { item, ...rest } = order;
  const isRenamed = item !== undefined && order["items"] === undefined;
  return withParts(isRenamed ? { ...rest, items: item } : order, { items: canonicalList });
}

function canonicalList(value: unknown): unknown {
  return isObject(value) ? [value] : value;
}

/** `{ "domain": "x" }`, whether it came so, as `{ "entry": [{ "key": "domain", "value": "x" }] }`, or as `[]`. */
function canonicalMap(value: unknown): unknown {
  const entries = entriesOf(value)?.filter(([, item]) => item !== undefined && item !== null);
  return entries === undefined ? value : Object.fromEntries(entries.map(([key, item]) => [key, textOf(item)]));
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
  return typeof value === "string" ? value : JSON.stringify(value);
}

type JsonObject = Readonly<Record<string, unknown>>;

function withParts(value: unknown, parts: Readonly<Record<string, (part: unknown) => unknown>>): unknown {
  if (!isObject(value)) return value;
  const changed = Object.entries(parts).filter(([name]) => Object.hasOwn(value, name));
  return { ...value, ...Object.fromEntries(changed.map(([name, change]) => [name, change(value[name])])) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
