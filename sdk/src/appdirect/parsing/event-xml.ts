import {
  createParseError,
  eventShape,
  isList,
  type ListShape,
  type ObjectShape,
  type Shape,
  undocumented,
} from "../events/index.js";
import type { XmlElement } from "./xml-elements.js";

/**
 * An event that was XML, with the names and the shape of the JSON form. XML in AppDirect's documentation is in lower
 * case, and that of marketplaces is not, so names are compared without their case.
 *
 * @throws EventParseError where the root is another element
 */
export function convertXml(root: XmlElement): unknown {
  if (isNamed(root, "event")) return objectOf(root, eventShape);
  throw createParseError(`expected an element called event, and one called ${root.name.slice(0, 60)} came`);
}

/** What nobody documented is text, or an object where there are elements in it. */
function partOf(element: XmlElement, shape: Shape | undefined): unknown {
  if (shape === "map") return objectOf(element, map);
  if (isList(shape)) return listOf(element, shape);
  if (typeof shape === "object") return objectOf(element, shape);
  return element.elements.length === 0 ? element.text.trim() : objectOf(element, undocumented);
}

/** How a map is written; the fields of a product, where they stand in it by themselves, keep their names. */
const map: ObjectShape = { members: { entry: { members: { key: "text", value: "text" } } } };

/** An element that is repeated where there should be one comes to a list all the same, which no schema takes. */
function objectOf(element: XmlElement, { members, hasAttributes }: ObjectShape): unknown {
  const text = element.text.trim();
  if (element.elements.length === 0 && text !== "") return text;
  const known = membersByName(members);
  const parts = new Map<string, unknown[]>();
  for (const part of element.elements) {
    const [name, shape] = known.get(part.name.toLowerCase()) ?? [part.name, undefined];
    const values = parts.get(name) ?? [];
    values.push(partOf(part, shape));
    parts.set(name, values);
  }
  const attributes = Object.entries(hasAttributes ? element.attributes : {}).filter(([name]) =>
    Object.hasOwn(members, name),
  );
  const written = [...parts].map(([name, values]) => [name, values.length === 1 ? values[0] : values.flat()] as const);
  return Object.fromEntries([...attributes, ...written]);
}

type Member = readonly [name: string, shape: Shape];

/** The members that elements stand for, by their names in lower case; one item of a list stands for the list. */
function membersByName(members: ObjectShape["members"]): ReadonlyMap<string, Member> {
  const named = Object.entries(members).flatMap((member: Member): (readonly [string, Member])[] => {
    const [name, shape] = member;
    const names = isList(shape) ? [name, shape.itemName] : [name];
    return names.map((name) => [name.toLowerCase(), member]);
  });
  return new Map(named);
}

/** One item as a rule, since XML repeats the element; or all of them, in an element around them. */
function listOf(element: XmlElement, { item, itemName }: ListShape): readonly unknown[] {
  const isAround = !isNamed(element, itemName) && element.elements.every((part) => isNamed(part, itemName));
  return (isAround ? element.elements : [element]).map((part) => partOf(part, item));
}

function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}
