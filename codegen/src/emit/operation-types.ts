import {
  alternatives,
  type Code,
  code,
  literal,
  name,
  propertyName,
  type SourceText,
  typeLiteral,
} from "../code/index.js";
import type { Content, Operation, RequestBody, Schema } from "../model/index.js";
import { isStreamed } from "../openapi/index.js";
import { runtimeDeclaration, type Specifiers } from "./declarations.js";
import { orUndefined, typeCode } from "./type-code.js";

/** The name under which a request body stands among the arguments of a call. */
export const BODY = code`body`;

/** `{ orderId: string; body: OrderRequest }`: what a descriptor takes. */
export function inputType({ pathParameters, body }: Operation, to: Specifiers): Code {
  const members: readonly Code[] = [
    ...pathParameters.map(({ name, schema }) => code`${propertyName(name)}: ${typeCode(schema, to)}`),
    ...(body === undefined ? [] : [bodyMember(body, to)]),
  ];
  return members.length === 0 ? code`object` : typeLiteral(members);
}

/** A body that may be left out may also be given as `undefined`, since the method hands on what it was given. */
function bodyMember(body: RequestBody, to: Specifiers): Code {
  const type = bodyType(body, to);
  return body.required ? code`${BODY}: ${type}` : code`${BODY}?: ${orUndefined(type)}`;
}

/** What a request body is to a program: bytes may be given in more forms than the `Blob` in which they come. */
export function bodyType({ content }: RequestBody, to: Specifiers): Code {
  const isBinary = content.media === "binary";
  return isBinary ? name(runtimeDeclaration("BinaryBody", "type", to)) : typeCode(content.schema, to);
}

/** What a call comes to: one type for each kind of body that a success may have, `undefined` for none. */
export function resultType(operation: Operation, to: Specifiers): Code {
  const types = results(operation).map((content) => contentType(content, to));
  if (types.length === 0) return code`undefined`;
  return types.length === 1 ? (types[0] as Code) : alternatives("|", types);
}

function contentType(content: Content | undefined, to: Specifiers): Code {
  if (content === undefined) return code`undefined`;
  const type = typeCode(content.schema, to);
  if (!isStreamed(content.media)) return type;
  return code`${name(runtimeDeclaration("Stream", "type", to))}<${type}>`;
}

/** `{ 404: Problem; default: Problem }`: what the documented errors say, by their status; `undefined` for nothing. */
export function errorsType({ errors }: Operation, to: Specifiers): Code | undefined {
  const members = errors.flatMap(({ status, schema }) => {
    return schema === undefined ? [] : [code`${statusKey(status)}: ${typeCode(schema, to)}`];
  });
  return members.length === 0 ? undefined : typeLiteral(members);
}

/** A status as the key of an object: a number where it is one. */
export function statusKey(status: string): SourceText {
  return /^[1-5]\d\d$/.test(status) ? literal(Number(status)) : propertyName(status);
}

/** The different bodies of success, in the document's order. */
function results({ responses }: Operation): readonly (Content | undefined)[] {
  const keyOf = (content: Content | undefined): string =>
    JSON.stringify(content && [content.schema, isStreamed(content.media)]);
  return [...new Map(responses.map(({ content }) => [keyOf(content), content])).values()];
}

/** The type of the items of a list, where the operation answers one. */
export function itemSchema(operation: Operation): Schema | undefined {
  const [only, ...others] = results(operation);
  if (only === undefined || others.length > 0 || isStreamed(only.media)) return undefined;
  return only.schema.kind === "array" ? only.schema.items : undefined;
}
