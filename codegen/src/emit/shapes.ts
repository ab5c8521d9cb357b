import {
  array,
  type Code,
  code,
  constant,
  type Item,
  literal,
  name,
  object,
  propertyName,
  type SourceFile,
  type SourceText,
} from "../code/index.js";
import type { Model, NamedReaderShape, ReaderObject, ReaderShape } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, shapeDeclaration } from "./declarations.js";
import { commentOf } from "./docs.js";

/** Emits `shapes.ts`: the shapes that the document asks for with `x-sdk-shape`. Emits no file if there are none. */
export function emitShapes(model: Model, to: Specifiers): readonly SourceFile[] {
  if (model.readerShapes.length === 0) return [];
  return [{ path: modules.shapes, statements: constants(model, to) }];
}

function* constants(model: Model, to: Specifiers): Iterable<Item> {
  const type = code`${name(runtimeDeclaration("ObjectShape", "type", to))}`;
  for (const named of model.readerShapes) {
    yield constant({
      name: shapeDeclaration(named.name).name,
      comment: commentOf({ description: `Shape of \`${named.name}\`.`, deprecated: false }),
      type,
      value: object([...facts(named, model), ...objectEntries(named.shape)], { broken: true }),
      isExported: named.isRequested,
    });
  }
}

type Entry = readonly [key: SourceText, value: Code];

/** Facts about the whole value: its XML element, and the documented values of its discriminator. */
function* facts({ name, elementName }: NamedReaderShape, { schemas }: Model): Iterable<Entry> {
  if (elementName !== undefined) yield [code`elementName`, literal(elementName)];
  const schema = schemas.find((each) => each.name === name)?.schema;
  if (schema?.kind !== "union" || schema.discriminator === undefined) return;
  const { property, mapping } = schema.discriminator;
  const values = array(mapping.map(([value]) => literal(value)));
  yield [
    code`discriminator`,
    object([
      [code`property`, literal(property)],
      [code`values`, values],
    ]),
  ];
}

function* objectEntries({ members }: ReaderObject): Iterable<Entry> {
  const attributes = members.filter(({ isAttribute }) => isAttribute);
  if (attributes.length > 0) yield [code`attributes`, array(attributes.map((member) => literal(member.name)))];
  const entries = members.map(({ name, shape }) => [propertyName(name), shapeCode(shape, name)] as const);
  yield [code`members`, object(entries, { broken: true })];
}

/** @param listName Name of the property, which is also the name of a list's items unless the document states one. */
function shapeCode(shape: ReaderShape, listName: string): Code {
  switch (shape.kind) {
    case "reference":
      return name(shapeDeclaration(shape.name));
    case "object":
      return object([...objectEntries(shape)]);
    case "list": {
      const { item, itemName = listName, isEmptyByDefault } = shape;
      const flag: readonly Entry[] = isEmptyByDefault ? [[code`isEmptyByDefault`, literal(true)]] : [];
      return object([[code`item`, shapeCode(item, itemName)], [code`itemName`, literal(itemName)], ...flag]);
    }
    default:
      return literal(shape.kind);
  }
}
