import type ts from "typescript";
import {
  alternatives,
  array,
  type Code,
  type CommentText,
  code,
  type Item,
  name,
  objectType,
  type SourceText,
  sequence,
} from "../code/code.js";
import { identifier } from "../code/identifier.js";
import { literal, propertyName } from "../code/literal.js";
import { transformSchemaObject, typescript } from "../libraries.js";
import type { Docs, ObjectSchema, Property, Schema, TupleSchema } from "../model/index.js";
import { byText } from "../model/index.js";
import { globalDeclaration, typeDeclaration } from "./declarations.js";
import { commentOf } from "./docs.js";

/**
 * The TypeScript type of a schema.
 *
 * openapi-typescript knows how JSON Schema becomes TypeScript. It is handed the model, written back as a schema in
 * which everything is settled, and the type nodes that it answers are turned into code: its own printer knows neither
 * our names nor our line width.
 *
 * @param indent Columns before the type's lines, for the width of the comments inside it.
 */
export function typeCode(schema: Schema, indent = 0): Code {
  const { node, docs } = typeNode(schema);
  return codeOf(node, { docs, indent });
}

/** The members of an object type, for an interface; `undefined` where the schema is no object type. */
export function typeMembers(schema: Schema): readonly TypeMember[] | undefined {
  const { node, docs } = typeNode(schema);
  const literal = typescript.isIntersectionTypeNode(node) ? merged(node) : node;
  if (literal === undefined || !typescript.isTypeLiteralNode(literal) || literal.members.length === 0) return undefined;
  return literal.members.map((member) => typeMember(member, { docs, indent: 0 }));
}

/** A property or an index signature of an object type. */
export interface TypeMember {
  /** As it stands in source: quoted where it must be, `[key: string]` for an index signature. */
  readonly name: SourceText;
  readonly optional: boolean;
  readonly type: Code;
  /** The inside of its doc comment. */
  readonly comment?: CommentText;
}

function typeNode(schema: Schema): { readonly node: ts.TypeNode; readonly docs: ReadonlyMap<ts.Node, Docs> } {
  const docs = new Map<ts.Node, Docs>();
  return { node: transformSchemaObject(normalised(schema), { path: "#", ctx: context(docs) }), docs };
}

type NormalisedSchema = Parameters<typeof transformSchemaObject>[0];
type TransformOptions = Parameters<typeof transformSchemaObject>[1];
type Context = TransformOptions["ctx"];

/** Where a normalised schema carries what openapi-typescript has no keyword for. */
const OPEN_VALUES = "x-open-values";
/** It looks for keywords in every member of a composition, which `false` does not have. */
const NEVER = "x-never";
const DOCS = "x-docs";
const GLOBAL_TYPE = "x-global-type";
const TUPLE = "x-tuple";

/** One line per kind: a kind added to the model does not compile until it has its line here. */
const normalisers: { readonly [K in Schema["kind"]]: (schema: Extract<Schema, { kind: K }>) => unknown } = {
  unknown: () => ({}),
  never: () => ({ type: "string", [NEVER]: true }),
  null: () => ({ type: "null" }),
  boolean: () => ({ type: "boolean" }),
  binary: () => ({ type: "string", [GLOBAL_TYPE]: "Blob" }),
  dateTime: () => ({ type: "string", [GLOBAL_TYPE]: "Date" }),
  string: () => ({ type: "string" }),
  number: () => ({ type: "number" }),
  enum: ({ values, open }) => (open ? { type: "string", [OPEN_VALUES]: values } : { enum: values }),
  array: ({ items }) => ({ type: "array", items: normalised(items) }),
  tuple: (schema) => ({ type: "array", [TUPLE]: schema }),
  object: (schema) => ({
    type: "object",
    properties: Object.fromEntries(schema.properties.map(normalisedProperty)),
    required: schema.properties.filter((property) => property.required).map((property) => encodedName(property.name)),
    ...furtherProperties(schema),
  }),
  union: ({ members }) => ({ oneOf: members.map(normalised) }),
  intersection: ({ members }) => ({ allOf: members.map(normalised) }),
  reference: (schema) => ({ $ref: `#/components/schemas/${schema.name}` }),
};

function normalised<K extends Schema["kind"]>(schema: Extract<Schema, { kind: K }>): NormalisedSchema {
  // The table is complete by its type; TypeScript cannot follow that the key and the schema go together.
  return (normalisers[schema.kind] as (schema: Schema) => NormalisedSchema)(schema);
}

/**
 * The index signature of an object. It is a union with the types of the listed properties, since those have to fit it
 * as well: nobody could write a value otherwise.
 */
function furtherProperties({ properties, patterns = [], additional }: ObjectSchema): object {
  const further = [...patterns.map(({ schema }) => schema), ...(additional === undefined ? [] : [additional])];
  if (further.length === 0) return {};
  if (further.some(({ kind }) => kind === "unknown")) return { additionalProperties: {} };
  const types = [...further, ...properties.map(({ schema }) => schema)].map(normalised);
  // They come from several maps of the document, and the order of a map's keys must show nowhere but in that of lines.
  const distinct = new Map(types.map((type) => [textOf(type), type]));
  const sorted = [...distinct].sort(([a], [b]) => byText(a, b)).map(([, type]) => type);
  return { additionalProperties: sorted.length === 1 ? sorted[0] : { oneOf: sorted } };
}

/** A normalised schema as text that does not depend on the order of its document's keys. */
function textOf(schema: NormalisedSchema): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key === "required" && Array.isArray(value)) return [...value].sort(byText);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byText(a, b)));
  });
}

function normalisedProperty({ name, docs, schema }: Property): readonly [string, unknown] {
  const source = normalised(schema);
  return [encodedName(name), typeof source === "object" ? { ...source, [DOCS]: docs } : source];
}

/** openapi-typescript makes a pointer of each name, in which what follows a `%` is decoded once for every level below. */
function encodedName(name: string): string {
  return name.replace(/[=%]/g, (character) => (character === "%" ? "=p" : "=e"));
}

function decodedName(name: string): string {
  return name.replace(/=[pe]/g, (pair) => (pair === "=p" ? "%" : "="));
}

/** openapi-typescript's settings. It reads no configuration of its linter here, so `redoc` is left out. */
function context(docs: Map<ts.Node, Docs>): Context {
  const settings: Omit<Context, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: () => undefined,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: ownType,
    transformProperty(property, source) {
      if (typeof source === "object" && DOCS in source) docs.set(property, source[DOCS]);
      return property;
    },
  };
  return settings as Context;
}

/** What openapi-typescript has no type for, or another one. */
function ownType(schema: unknown, options: TransformOptions): ts.TypeNode | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  if (isTuple(schema)) return tupleType(schema[TUPLE], options);
  if (NEVER in schema) return typescript.factory.createKeywordTypeNode(typescript.SyntaxKind.NeverKeyword);
  if (GLOBAL_TYPE in schema) return typescript.factory.createTypeReferenceNode(String(schema[GLOBAL_TYPE]));
  return OPEN_VALUES in schema && Array.isArray(schema[OPEN_VALUES]) ? openEnum(schema[OPEN_VALUES]) : undefined;
}

function isTuple(schema: object): schema is { readonly [TUPLE]: TupleSchema } {
  return TUPLE in schema;
}

/** `[A, B?, ...C[]]`: openapi-typescript has all items there, and none behind them. */
function tupleType({ prefix, rest, minItems = 0 }: TupleSchema, options: TransformOptions): ts.TypeNode {
  const items = prefix.map((item, index) => {
    const type = transformSchemaObject(normalised(item), options);
    return index < minItems ? type : typescript.factory.createOptionalTypeNode(type);
  });
  if (rest.kind === "never") return typescript.factory.createTupleTypeNode(named(items));
  const list = typescript.factory.createArrayTypeNode(transformSchemaObject(normalised(rest), options));
  return typescript.factory.createTupleTypeNode(named([...items, typescript.factory.createRestTypeNode(list)]));
}

/**
 * `[A, item2?: B[], ...C[]]`: an item that may be missing has a name where it is a list. In a type that refers to itself
 * a compiler looks into such an item at once, and finds a circle, unless it has one; with any other it is the reverse.
 */
function named(items: readonly ts.TypeNode[]): readonly (ts.TypeNode | ts.NamedTupleMember)[] {
  const { createIdentifier, createNamedTupleMember, createToken } = typescript.factory;
  return items.map((item, index) => {
    if (typescript.isOptionalTypeNode(item) && holdsList(item.type)) {
      const mark = createToken(typescript.SyntaxKind.QuestionToken);
      return createNamedTupleMember(undefined, createIdentifier(`item${index + 1}`), mark, item.type);
    }
    if (typescript.isRestTypeNode(item) && typescript.isArrayTypeNode(item.type) && holdsList(item.type.elementType)) {
      const dots = createToken(typescript.SyntaxKind.DotDotDotToken);
      return createNamedTupleMember(dots, createIdentifier("rest"), undefined, item.type);
    }
    return item;
  });
}

/** Whether a type is a list or made of one; what stands in an object has a place of its own. */
function holdsList(node: ts.TypeNode): boolean {
  if (typescript.isArrayTypeNode(node) || typescript.isTupleTypeNode(node)) return true;
  if (typescript.isParenthesizedTypeNode(node)) return holdsList(node.type);
  return (typescript.isUnionTypeNode(node) || typescript.isIntersectionTypeNode(node)) && node.types.some(holdsList);
}

/** `"A" | "B" | (string & {})`: completes what is known and takes what is not. */
function openEnum(values: readonly unknown[]): ts.TypeNode {
  const primitives = (["string", "number"] as const).filter((type) => values.some((value) => typeof value === type));
  return typescript.factory.createUnionTypeNode([...values.map(literalType), ...primitives.map(openPrimitive)]);
}

function literalType(value: unknown): ts.TypeNode {
  if (value === null) return typescript.factory.createLiteralTypeNode(typescript.factory.createNull());
  if (typeof value === "string")
    return typescript.factory.createLiteralTypeNode(typescript.factory.createStringLiteral(value));
  if (typeof value === "boolean")
    return typescript.factory.createLiteralTypeNode(
      value ? typescript.factory.createTrue() : typescript.factory.createFalse(),
    );
  return typescript.factory.createLiteralTypeNode(numericLiteral(Number(value)));
}

function numericLiteral(value: number): ts.NumericLiteral | ts.PrefixUnaryExpression {
  const magnitude = typescript.factory.createNumericLiteral(Math.abs(value));
  return value < 0
    ? typescript.factory.createPrefixUnaryExpression(typescript.SyntaxKind.MinusToken, magnitude)
    : magnitude;
}

function openPrimitive(type: "string" | "number"): ts.TypeNode {
  const keyword = type === "string" ? typescript.SyntaxKind.StringKeyword : typescript.SyntaxKind.NumberKeyword;
  return typescript.factory.createIntersectionTypeNode([
    typescript.factory.createKeywordTypeNode(keyword),
    typescript.factory.createTypeLiteralNode([]),
  ]);
}

interface Surroundings {
  readonly docs: ReadonlyMap<ts.Node, Docs>;
  readonly indent: number;
}

const keywords: ReadonlyMap<ts.SyntaxKind, SourceText> = new Map([
  [typescript.SyntaxKind.BooleanKeyword, code`boolean`],
  [typescript.SyntaxKind.NeverKeyword, code`never`],
  [typescript.SyntaxKind.NumberKeyword, code`number`],
  [typescript.SyntaxKind.StringKeyword, code`string`],
  [typescript.SyntaxKind.UndefinedKeyword, code`undefined`],
  [typescript.SyntaxKind.UnknownKeyword, code`unknown`],
]);

/** `item1: A`, `item2?: B`, `...rest: C[]`. */
function tupleMember(
  { name, questionToken, dotDotDotToken, type }: ts.NamedTupleMember,
  surroundings: Surroundings,
): Code {
  const label = identifier(name.text);
  const item = codeOf(type, surroundings);
  if (dotDotDotToken !== undefined) return code`...${label}: ${item}`;
  return questionToken === undefined ? code`${label}: ${item}` : code`${label}?: ${item}`;
}

/** A type node as code. The kinds are those that openapi-typescript makes of a normalised schema. */
function codeOf(node: ts.TypeNode, surroundings: Surroundings): Code {
  const keyword = keywords.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (typescript.isLiteralTypeNode(node)) return literalCode(node.literal);
  // openapi-typescript writes the literal types of texts as identifiers that bear the quotes in their names.
  if (typescript.isIdentifier(node)) return literal(String(JSON.parse(node.text)));
  if (typescript.isParenthesizedTypeNode(node)) return code`(${codeOf(node.type, surroundings)})`;
  if (typescript.isUnionTypeNode(node)) return unionCode(node, surroundings);
  if (typescript.isIntersectionTypeNode(node)) return intersectionCode(node, surroundings);
  if (typescript.isTupleTypeNode(node)) return array(node.elements.map((item) => codeOf(item, surroundings)));
  if (typescript.isNamedTupleMember(node)) return tupleMember(node, surroundings);
  if (typescript.isOptionalTypeNode(node)) return code`${codeOf(node.type, surroundings)}?`;
  if (typescript.isRestTypeNode(node)) return code`...${codeOf(node.type, surroundings)}`;
  if (typescript.isArrayTypeNode(node)) return code`${codeOf(node.elementType, surroundings)}[]`;
  if (typescript.isTypeLiteralNode(node))
    return objectType(node.members.map((member) => memberItem(member, surroundings)));
  if (typescript.isIndexedAccessTypeNode(node)) return name(typeDeclaration(referencedName(node)));
  if (typescript.isTypeReferenceNode(node)) return referenceCode(node, surroundings);
  throw new TypeError(`openapi-typescript made a node that was not expected here: ${typescript.SyntaxKind[node.kind]}`);
}

function literalCode(node: ts.LiteralTypeNode["literal"]): Code {
  if (typescript.isStringLiteral(node)) return literal(node.text);
  if (node.kind === typescript.SyntaxKind.NullKeyword) return code`null`;
  if (node.kind === typescript.SyntaxKind.TrueKeyword) return code`true`;
  if (node.kind === typescript.SyntaxKind.FalseKeyword) return code`false`;
  if (typescript.isNumericLiteral(node)) return literal(Number(node.text));
  if (typescript.isPrefixUnaryExpression(node) && typescript.isNumericLiteral(node.operand))
    return literal(-Number(node.operand.text));
  throw new TypeError(
    `openapi-typescript made a literal that was not expected here: ${typescript.SyntaxKind[node.kind]}`,
  );
}

/** A union within a union is one union; an intersection within it stands in brackets, for the reader. */
function unionCode(node: ts.UnionTypeNode, surroundings: Surroundings): Code {
  const members = node.types.flatMap((type) => (typescript.isUnionTypeNode(type) ? type.types : [type]));
  return alternatives(
    "|",
    members.map((type) => {
      const member = codeOf(type, surroundings);
      return typescript.isIntersectionTypeNode(type) && !isBracketed(member) ? code`(${member})` : member;
    }),
  );
}

function isBracketed(code: Code): boolean {
  return typeof code !== "string" && code.kind === "bracketed";
}

function intersectionCode(node: ts.IntersectionTypeNode, surroundings: Surroundings): Code {
  const literal = merged(node);
  if (literal !== undefined) return codeOf(literal, surroundings);
  return alternatives(
    "&",
    node.types.map((type) => (isEmpty(type) ? code`{}` : codeOf(type, surroundings))),
  );
}

/** `{ a: A } & { [key: string]: unknown }` is one object type: `unknown` contradicts no property. */
function merged({ types }: ts.IntersectionTypeNode): ts.TypeLiteralNode | undefined {
  const literals = types.filter(typescript.isTypeLiteralNode).filter((type) => !isEmpty(type));
  const [first, second] = literals;
  if (types.length !== 2 || first === undefined || second === undefined) return undefined;
  return second.members.every(isOpenIndex)
    ? typescript.factory.createTypeLiteralNode([...first.members, ...second.members])
    : undefined;
}

function isEmpty(node: ts.TypeNode): boolean {
  return typescript.isTypeLiteralNode(node) && node.members.length === 0;
}

function isOpenIndex(member: ts.TypeElement): boolean {
  return typescript.isIndexSignatureDeclaration(member) && member.type.kind === typescript.SyntaxKind.UnknownKeyword;
}

function typeMember(member: ts.TypeElement, surroundings: Surroundings): TypeMember {
  if (typescript.isIndexSignatureDeclaration(member)) {
    return { name: code`[key: string]`, optional: false, type: codeOf(member.type, deeper(surroundings)) };
  }
  if (!typescript.isPropertySignature(member) || member.type === undefined) {
    throw new TypeError(
      `openapi-typescript made a member that was not expected here: ${typescript.SyntaxKind[member.kind]}`,
    );
  }
  const docs = surroundings.docs.get(member);
  const comment = docs === undefined ? undefined : commentOf(docs, { indent: surroundings.indent + INDENT });
  return {
    name: memberName(member.name),
    optional: member.questionToken !== undefined,
    type: codeOf(member.type, deeper(surroundings)),
    ...(comment === undefined ? {} : { comment }),
  };
}

function memberItem(member: ts.TypeElement, surroundings: Surroundings): Item {
  const { name, optional, type, comment } = typeMember(member, surroundings);
  const declared = optional ? code`${name}?: ${type}` : code`${name}: ${type}`;
  return comment === undefined ? { code: declared } : { code: declared, comment };
}

const INDENT = 2;

function deeper(surroundings: Surroundings): Surroundings {
  return { ...surroundings, indent: surroundings.indent + INDENT };
}

function memberName(node: ts.PropertyName): SourceText {
  if (typescript.isIdentifier(node) || typescript.isStringLiteral(node) || typescript.isNumericLiteral(node))
    return propertyName(decodedName(node.text));
  throw new TypeError(`openapi-typescript made a name that was not expected here: ${typescript.SyntaxKind[node.kind]}`);
}

/** `components["schemas"]["Order"]` is `Order`. */
function referencedName({ indexType }: ts.IndexedAccessTypeNode): string {
  if (typescript.isLiteralTypeNode(indexType) && typescript.isStringLiteral(indexType.literal))
    return indexType.literal.text;
  throw new TypeError("openapi-typescript made a reference that was not expected here");
}

function referenceCode(node: ts.TypeReferenceNode, surroundings: Surroundings): Code {
  const text = typescript.isIdentifier(node.typeName) ? node.typeName.text : "";
  const parameters = (node.typeArguments ?? []).map((argument) => codeOf(argument, surroundings));
  if (text === "Blob" || text === "Date") return name(globalDeclaration(text));
  const target = identifier(text);
  if (parameters.length === 0) return target;
  // A schema may be called `Record`, and would hide the global of that name.
  const [, values] = parameters;
  if (target === "Record" && values !== undefined) return code`{ [key: string]: ${values} }`;
  const separated = parameters.flatMap((parameter, index) => (index === 0 ? [parameter] : [code`, `, parameter]));
  return sequence(code`${target}<`, ...separated, code`>`);
}
