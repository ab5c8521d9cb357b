import fc from "fast-check";

/** What a value of an event may be, in its canonical form. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

const text = fc
  .oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constantFrom("", "a & b", "<b>", "]]>", "25", "null", "é"))
  .map((value) => value.replaceAll(/[^\n -\uD7FF\u{10000}-\u{10FFFF}]/gu, "").trim());
const name = text.filter((value) => value !== "");
const key = name.filter((value) => !["__proto__", "entry"].includes(value));
const map = fc.dictionary(key, text, { maxKeys: 4, noNullPrototype: true });
const url = name.map((value) => `https://m.example/${encodeURIComponent(value)}`);

/** Some of the members, as a rule not all. */
function some<T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record<T, never>(members, { requiredKeys: [], noNullPrototype: true });
}

const address = some({ salutation: text, street1: text, street2: text, zip: text, country: text, pobox: text });
const user = some({ uuid: text, openId: url, firstName: text, locale: text, address, attributes: map }).chain(
  (user) => {
    return name.map((email) => ({ ...user, email }));
  },
);
const quantity = fc.oneof(
  fc.nat(),
  fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 100),
);
const items = fc.array(some({ unit: text, quantity }), { maxLength: 4 });
const customAttributes = fc.array(some({ attributeType: text, name: text, value: text }), {
  minLength: 1,
  maxLength: 3,
});
const freeTrial = fc.record({ active: fc.boolean() }, { noNullPrototype: true });
const order = some({ editionCode: text, pricingDuration: text, discountCode: text, customAttributes, freeTrial }).chain(
  (order) => items.map((items) => ({ ...order, items })),
);
const account = some({ status: text, parentAccountIdentifier: text }).chain((account) => {
  return name.map((accountIdentifier) => ({ ...account, accountIdentifier }));
});
const company = some({ externalId: text, website: text, country: text }).chain((company) => {
  return name.map((uuid) => ({ ...company, uuid, name: uuid }));
});
const payload = some({
  company,
  notice: fc.record({ type: name }, { noNullPrototype: true }),
  configuration: map,
  later: text,
});
const links = fc.array(some({ rel: text, href: url }), { maxLength: 3 });

/** An event in its canonical form. */
export const events: fc.Arbitrary<Value> = fc
  .tuple(
    some({ flag: text, returnUrl: url, applicationUuid: text, creator: user, tomorrow: some({ a: name, b: name }) }),
    fc.tuple(payload, account, user, order, links),
    fc.constantFrom("SUBSCRIPTION_CHANGE", "USER_ASSIGNMENT", "SUBSCRIPTION_CANCEL", "MOON"),
  )
  .map(([event, [payload, account, user, order, links], type]) => {
    const marketplace = { baseUrl: "https://m.example", partner: "ACME" };
    return { ...event, type, marketplace, links, payload: { ...payload, account, user, order } };
  })
  .map((event) => withoutEmptyObjects(event));

/** An object of which nothing is known comes from XML as an empty text where nothing is in it. */
function withoutEmptyObjects<T extends { tomorrow?: object }>(event: T): T | Omit<T, "tomorrow"> {
  const { tomorrow, ...rest } = event;
  return tomorrow !== undefined && Object.keys(tomorrow).length === 0 ? rest : event;
}

/** Draws one of some. */
type Draw = <T>(first: T, ...others: readonly T[]) => T;

/** Draws by numbers, one after the other. */
export function drawBy(numbers: Iterator<number>): Draw {
  return (first, ...others) => [first, ...others][numbers.next().value % (others.length + 1)] ?? first;
}

/** Members that nobody documented: they keep their case, and their white space where they are JSON. */
const undocumented = new Set(["later", "tomorrow", "a", "b"]);

const maps = new Set(["configuration", "attributes"]);
const singular: Readonly<Record<string, string>> = {
  items: "item",
  customAttributes: "customAttribute",
  links: "link",
};

/** An event as JSON, as some marketplace or other writes it. */
export function jsonOf(event: Value, draw: Draw): string {
  return JSON.stringify(jsonValue("", event, draw));
}

function jsonValue(name: string, value: Value, draw: Draw): unknown {
  if (name === "quantity" || name === "active") return draw<unknown>(value, String(value), ` ${String(value)}\n`);
  if (typeof value === "string") return undocumented.has(name) ? value : draw(value, value, `\n${value} `);
  if (typeof value !== "object") return value;
  if (isArray(value)) return value.map((item) => jsonValue("", item, draw));
  if (maps.has(name)) return jsonMap(value, draw);
  const members = shuffled(Object.entries(value), draw).flatMap(([name, part]): [string, unknown][] => {
    const written = jsonValue(name, part, draw);
    if (!isArray(part)) return [[name, written]];
    if (part.length === 0) return draw<[string, unknown][]>([], [[name, null]], [[name, []]]);
    return [[draw(name, singular[name] ?? name), part.length === 1 ? draw(written, [written].flat()[0]) : written]];
  });
  return Object.fromEntries([...members, ...draw([], [["none", null]])]);
}

function jsonMap(map: object, draw: Draw): unknown {
  const entries = Object.entries(map).map(([key, value]) => ({ key, value }));
  const entry = entries.length === 1 ? draw<unknown>(entries, entries[0]) : entries;
  return draw<unknown>(map, entries, { entry }, { ...map, none: null });
}

/** An event as XML, as some marketplace or other writes it. */
export function xmlOf(event: Value, draw: Draw): string {
  const declaration = draw("", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', "<!-- event -->");
  return (
    declaration + element("event", content("event", event, draw), draw, ' xmlns:atom="http://www.w3.org/2005/Atom"')
  );
}

function element(name: string, inner: string, draw: Draw, attributes = ""): string {
  const written = draw(name, name, name.toLowerCase());
  const space = draw("", "\n", "\n  ");
  if (inner === "" && draw(true, false)) return `<${written}${attributes}/>${space}`;
  return `<${written}${attributes}>${inner}</${written}>${space}`;
}

function content(name: string, value: Value, draw: Draw): string {
  if (typeof value !== "object") return draw("", "\n") + characters(String(value), draw) + draw("", " ");
  const parts = Object.entries(value).map(([part, value]): string[] => {
    if (maps.has(name)) return [element("entry", entry(part, String(value), draw), draw)];
    if (!isArray(value)) return [exactly(part, content(part, value, draw), draw)];
    const items = value.map((item) =>
      part === "links" ? link(item, draw) : element(singular[part] ?? part, content(part, item, draw), draw),
    );
    return draw(true, false, false) && items.length > 0 ? [element(part, items.join(""), draw)] : items;
  });
  return draw("", "\n") + shuffled(parts, draw).flat().join("");
}

function exactly(name: string, inner: string, draw: Draw): string {
  return undocumented.has(name) ? `<${name}>${inner}</${name}>` : element(name, inner, draw);
}

function entry(key: string, value: string, draw: Draw): string {
  const parts = [element("key", characters(key, draw), draw), element("value", characters(value, draw), draw)];
  return shuffled(parts, draw).join("");
}

function link(item: Value, draw: Draw): string {
  const attributes = Object.entries(item).map(
    ([name, value]) => ` ${name}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`,
  );
  return `<${draw("atom:link", "link")}${attributes.join("")}/>`;
}

function characters(text: string, draw: Draw): string {
  const section = text.includes("]]>") ? escaped(text) : `<![CDATA[${text}]]>`;
  return draw(
    escaped(text),
    section,
    [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(""),
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function shuffled<T>(values: readonly T[], draw: Draw): readonly T[] {
  const placed = values.map((value) => ({ value, place: draw(1, 2, 3, 4, 5) }));
  return placed.sort((one, other) => one.place - other.place).map(({ value }) => value);
}

function isArray(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}
