import {
  alternatives,
  array,
  type Code,
  code,
  group,
  type Item,
  identifier,
  isAlternatives,
  literal,
  member,
  name,
  objectType,
  plainText,
  propertyName,
} from "../code/index.js";
import {
  byText,
  type EnumSchema,
  isEmptyObject,
  type ObjectSchema,
  type Property,
  type Schema,
  type TupleSchema,
} from "../model/index.js";
import { globalDeclaration, type Specifiers, typeDeclaration } from "./declarations.js";
import { commentOf } from "./docs.js";

/** TypeScript type of a schema. */
export function typeCode(schema: Schema, to: Specifiers): Code {
  // The table is complete by its type, but TypeScript cannot see that the key and the schema match.
  return (typeByKind[schema.kind] as (schema: Schema, to: Specifiers) => Code)(schema, to);
}

/**
 * Interface members for a schema. Returns `undefined` if the schema is not an object or an interface cannot express it.
 */
export function interfaceMembers(schema: Schema, to: Specifiers): readonly Item[] | undefined {
  if (schema.kind !== "object") return undefined;
  const [members, ...others] = memberLists(schema, to);
  return others.length === 0 ? members : undefined;
}

/** One line per schema kind. A kind added to the model does not compile until it has an entry here. */
const typeByKind: { readonly [K in Schema["kind"]]: (schema: Extract<Schema, { kind: K }>, to: Specifiers) => Code } = {
  unknown: () => UNKNOWN,
  never: () => code`never`,
  null: () => code`null`,
  boolean: () => code`boolean`,
  binary: (_, to) => name(globalDeclaration("Blob", to)),
  dateTime: (_, to) => name(globalDeclaration("Date", to)),
  string: () => code`string`,
  number: () => code`number`,
  enum: (schema) => alternatives("|", [...schema.values.map(literal), ...openTypes(schema)]),
  array: ({ items }, to) => code`${operand(typeCode(items, to))}[]`,
  tuple: (schema, to) => array(tupleItems(schema, to)),
  object: (schema, to) => {
    const lists = memberLists(schema, to);
    if (schema.isEmptied) return NO_PROPERTIES;
    return lists.length === 0 ? ANY_OBJECT : alternatives("&", lists.map(objectType));
  },
  union: ({ members }, to) => union(members.map((member) => typeCode(member, to))),
  intersection: ({ members }, to) => {
    // The type of an empty object has an index signature, which would open the whole intersection to misspelt names.
    // Each type is computed once: twice per level would be exponential in the depth of the document.
    const parts = members.map((member) => {
      return { type: typeCode(member, to), isEmpty: isEmptyObject(member, to.emptyObjects) };
    });
    const others = intersection(parts.filter(({ isEmpty }) => !isEmpty).map(({ type }) => type));
    return others === UNKNOWN ? intersection(parts.map(({ type }) => type)) : others;
  },
  reference: (schema) => name(typeDeclaration(schema.name)),
};

const UNKNOWN = code`unknown`;

/** Object with unknown content. It is not `Record<…>`, because a schema with that name would shadow the global. */
const ANY_OBJECT = code`{ [key: string]: unknown }`;

/** Object without any property. An interface without members would accept all. */
const NO_PROPERTIES = code`{ [key: string]: never }`;

/** Types that let an open enum accept unlisted values, while editors still suggest its literals. */
function openTypes({ values, open }: EnumSchema): readonly Code[] {
  if (!open) return [];
  const openTypeOf = { string: code`(string & {})`, number: code`(number & {})` };
  return (["string", "number"] as const)
    .filter((type) => values.some((value) => typeof value === type))
    .map((type) => openTypeOf[type]);
}

/** Puts a union or an intersection in parentheses, for positions where another operator binds more tightly. */
function operand(type: Code, operator?: "|" | "&"): Code {
  return isAlternatives(type, operator) ? group(type) : type;
}

/** Union of types. Intersections get parentheses for readability; the grammar does not need them. */
function union(types: readonly Code[]): Code {
  if (types.includes(UNKNOWN)) return UNKNOWN; // other members add nothing
  return alternatives(
    "|",
    types.map((type) => operand(type, "&")),
  );
}

/** Intersection of types. Skips `unknown`, which restricts nothing. */
function intersection(types: readonly Code[]): Code {
  const restricting = types.filter((type) => type !== UNKNOWN);
  const [only = UNKNOWN, ...others] = restricting;
  if (others.length === 0) return only;
  return alternatives(
    "&",
    restricting.map((type) => operand(type, "|")),
  );
}

/** Type of an optional value that may also be passed as `undefined`. */
export function orUndefined(type: Code): Code {
  return union([type, code`undefined`]);
}

/**
 * Members of an object type. An index signature with a restricted type is returned as a separate list, for an
 * intersection: next to properties of other types it would not compile.
 */
function memberLists(schema: ObjectSchema, to: Specifiers): readonly (readonly Item[])[] {
  const properties = schema.properties.map((property) => propertyMember(property, to));
  const index = indexSignature(schema, to);
  if (index === undefined) return properties.length === 0 ? [] : [properties];
  return index.type === UNKNOWN || properties.length === 0 ? [[...properties, index.item]] : [properties, [index.item]];
}

function propertyMember({ name, docs, required, schema }: Property, to: Specifiers): Item {
  return member({
    name: propertyName(name),
    comment: commentOf(docs),
    type: typeCode(schema, to),
    isOptional: !required,
  });
}

/**
 * Index signature of an object that allows further properties. Its type includes the types of the listed properties,
 * because TypeScript requires each property to fit the index signature.
 */
function indexSignature(
  { properties, patterns = [], additional }: ObjectSchema,
  to: Specifiers,
): { readonly type: Code; readonly item: Item } | undefined {
  const further = [...patterns.map(({ schema }) => schema), ...(additional === undefined ? [] : [additional])];
  if (further.length === 0) return undefined;
  const isOpen = further.some(({ kind }) => kind === "unknown");
  const type = isOpen ? UNKNOWN : unionInFixedOrder([...further, ...properties.map(({ schema }) => schema)], to);
  return { type, item: member({ name: code`[key: string]`, type }) };
}

/**
 * Union of types that come from several maps in the document. Sorted, so that the order of the document's keys does not
 * affect it.
 */
function unionInFixedOrder(schemas: readonly Schema[], to: Specifiers): Code {
  const types = schemas.map((schema) => typeCode(schema, to));
  // Of types that differ only in comments, always keep the same one.
  const orderOf = (type: Code) => plainText(type) + plainText(type, { comments: true });
  return union(types.sort((a, b) => byText(orderOf(a), orderOf(b))));
}

/** Items of a tuple type: `[A, B?, ...C[]]`. */
function tupleItems({ prefix, rest, minItems = 0 }: TupleSchema, to: Specifiers): readonly Code[] {
  const items = prefix.map((item, index) => {
    const type = typeCode(item, to);
    if (index < minItems) return type;
    return holdsList(item) ? code`${identifier(`item${index + 1}`)}?: ${type}` : code`${operand(type)}?`;
  });
  if (rest.kind === "never") return items;
  const list = code`${operand(typeCode(rest, to))}[]`;
  return [...items, holdsList(rest) ? code`...rest: ${list}` : code`...${list}`];
}

/**
 * Returns true if a type is a list or combines lists. An optional item of such a type gets a label. In a recursive
 * type, the compiler resolves an unlabelled list item immediately and reports a circle. With other items it is the
 * other way round. The content of objects does not count.
 */
function holdsList(schema: Schema): boolean {
  if (schema.kind === "array" || schema.kind === "tuple") return true;
  return (schema.kind === "union" || schema.kind === "intersection") && schema.members.some(holdsList);
}
