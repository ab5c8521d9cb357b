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
import { inputName } from "./input-names.js";
import { orUndefined, typeCode } from "./type-code.js";

/** Name of the request body in the input of a call. */
export const BODY = code`body`;

/** Input type of a descriptor, such as `{ orderId: string; body: OrderRequest }`. */
export function inputType(operation: Operation, to: Specifiers): Code {
  const { pathParameters, body } = operation;
  const members: readonly Code[] = [
    ...pathParameters.map(({ name, schema }) => {
      return code`${propertyName(inputName(name, operation))}: ${typeCode(schema, to)}`;
    }),
    ...(body === undefined ? [] : [bodyMember(body, to)]),
  ];
  return members.length === 0 ? code`object` : typeLiteral(members);
}

/** An optional body also accepts `undefined`, because the method passes on its argument as is. */
function bodyMember(body: RequestBody, to: Specifiers): Code {
  const type = bodyType(body, to);
  return body.required ? code`${BODY}: ${type}` : code`${BODY}?: ${orUndefined(type)}`;
}

/** Type of a request body. Binary bodies accept more types than the `Blob` that responses return. */
export function bodyType({ content }: RequestBody, to: Specifiers): Code {
  const isBinary = content.media === "binary";
  return isBinary ? name(runtimeDeclaration("BinaryBody", "type", to)) : typeCode(content.schema, to);
}

/** Result type of a call: a union with one type per kind of success body, and `undefined` for no body. */
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

/**
 * Type of the documented errors by status, such as `{ 404: Problem; default: Problem }`. Returns `undefined` if no
 * error has a schema.
 */
export function errorsType({ errors }: Operation, to: Specifiers): Code | undefined {
  const members = errors.flatMap(({ status, schema }) => {
    return schema === undefined ? [] : [code`${statusKey(status)}: ${typeCode(schema, to)}`];
  });
  return members.length === 0 ? undefined : typeLiteral(members);
}

/** Status as an object key: a number if it is an exact status. */
export function statusKey(status: string): SourceText {
  return /^[1-5]\d\d$/.test(status) ? literal(Number(status)) : propertyName(status);
}

/** Distinct bodies of the success responses, in document order. */
function results({ responses }: Operation): readonly (Content | undefined)[] {
  const keyOf = (content: Content | undefined): string =>
    JSON.stringify(content && [content.schema, isStreamed(content.media)]);
  return [...new Map(responses.map(({ content }) => [keyOf(content), content])).values()];
}

/** Type of the items if the operation returns a list. */
export function itemSchema(operation: Operation): Schema | undefined {
  const [only, ...others] = results(operation);
  if (only === undefined || others.length > 0 || isStreamed(only.media)) return undefined;
  return only.schema.kind === "array" ? only.schema.items : undefined;
}
