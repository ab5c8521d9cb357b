import { eventShape } from "../../generated/appdirect/shapes.js";
import type { ListShape, ObjectShape, Shape } from "../../runtime/schema/shape.js";
import { createParseError, isList, undocumented } from "../events/index.js";
import type { XmlElement } from "./xml-elements.js";

/**
 * Converts an event from XML to the names and structure of the JSON format. AppDirect's documentation prints element
 * names in lower case, but marketplaces send camel case, so names are compared without case.
 *
 * @throws EventParseError if the root is another element
 */
export function convertXml(root: XmlElement): unknown {
  if (isNamed(root, "event")) return convertObject(root, eventShape);
  throw createParseError(`expected an <event> element, found <${root.name.slice(0, 60)}>`);
}

/** Converts an element. An undocumented element becomes an object if it has child elements, otherwise text. */
function convertElement(element: XmlElement, shape: Shape): unknown {
  if (shape === "map") return convertObject(element, map);
  if (isList(shape)) return convertList(element, shape);
  if (typeof shape === "object") return convertObject(element, shape);
  return element.elements.length === 0 ? element.text.trim() : convertObject(element, undocumented);
}

/** Shape of a map's entries. Fields that are written as elements of their own keep their names. */
const map: ObjectShape = { members: { entry: { members: { key: "text", value: "text" } } } };

/** Converts an element with children. An unexpectedly repeated child becomes a list, which validation then rejects. */
function convertObject(element: XmlElement, { members, attributes = [] }: ObjectShape): unknown {
  const text = element.text.trim();
  if (element.elements.length === 0 && text !== "") return text;
  const known = membersByName(members);
  const parts = new Map<string, unknown[]>();
  for (const part of element.elements) {
    const [name, shape] = known.get(part.name.toLowerCase()) ?? [part.name, "unknown"];
    const values = parts.get(name) ?? [];
    values.push(convertElement(part, shape));
    parts.set(name, values);
  }
  const given = Object.entries(element.attributes).filter(([name]) => attributes.includes(name));
  const written = [...parts].map(([name, values]) => [name, values.length === 1 ? values[0] : values.flat()] as const);
  return Object.fromEntries([...given, ...written]);
}

type Member = readonly [name: string, shape: Shape];

/** Maps lower-case element names to members. The name of a list item maps to the list. */
function membersByName(members: ObjectShape["members"]): ReadonlyMap<string, Member> {
  const named = Object.entries(members).flatMap((member: Member): (readonly [string, Member])[] => {
    const [name, shape] = member;
    const names = isList(shape) ? [name, shape.itemName] : [name];
    return names.map((name) => [name.toLowerCase(), member]);
  });
  return new Map(named);
}

/** Converts a repeated element, which is one item, or an element that wraps all items. */
function convertList(element: XmlElement, { item, itemName }: ListShape): readonly unknown[] {
  const isWrapper = !isNamed(element, itemName) && element.elements.every((part) => isNamed(part, itemName));
  return (isWrapper ? element.elements : [element]).map((part) => convertElement(part, item));
}

function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}
