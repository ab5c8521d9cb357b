import {
  type Code,
  call,
  classDeclaration,
  code,
  type Declaration,
  docComment,
  type Item,
  identifier,
  interfaceDeclaration,
  member,
  method,
  name,
  object,
  propertyName,
  type SourceFile,
  type SourceText,
  typeArguments,
} from "../code/index.js";
import { type Group, type Model, numbered, type Operation, type OptionParameter } from "../model/index.js";
import {
  groupDeclaration,
  headersDeclaration,
  modules,
  operationDeclaration,
  runtimeDeclaration,
  type Specifiers,
  typeDeclaration,
  typesByIdDeclaration,
} from "./declarations.js";
import { commentOf, wireName } from "./docs.js";
import { inputName } from "./input-names.js";
import { BODY, bodyType, itemSchema, resultType } from "./operation-types.js";
import { orUndefined, typeCode } from "./type-code.js";

/** Emits `groups/*.ts`: a class for each group, with a method for each operation. */
export function emitGroups({ groups }: Model, to: Specifiers): readonly SourceFile[] {
  return groups.map((group) => {
    const options = group.operations.filter(hasOptions).map((operation) => optionsInterface(operation, to));
    return { path: modules.group(group), statements: [...options, groupClass(group, to)] };
  });
}

function groupClass(group: Group, to: Specifiers): Item {
  return classDeclaration({
    name: groupDeclaration(group).name,
    comment: commentOf(group.docs),
    base: name(runtimeDeclaration("OperationGroup", "value", to)),
    members: group.operations.map((operation) => methodOf(operation, to)),
  });
}

function hasOptions({ optionParameters }: Operation): boolean {
  return optionParameters.length > 0;
}

/** Name of the options type, such as `EstimateOrderOptions`. */
function optionsName({ id }: Operation): SourceText {
  return identifier(`${id.charAt(0).toUpperCase()}${id.slice(1)}Options`);
}

/** Interface of the query, header and cookie parameters, extending the common call options. */
function optionsInterface(operation: Operation, to: Specifiers): Item {
  return interfaceDeclaration({
    name: optionsName(operation),
    comment: docComment([`Options for \`${operation.group}.${operation.method}\`.`]),
    base: name(runtimeDeclaration(commonOptions(operation), "type", to)),
    members: operation.optionParameters.map((parameter) => optionMember(parameter, to)),
  });
}

function optionMember({ argument, required, docs, schema }: OptionParameter, to: Specifiers): Item {
  const type = typeCode(schema, to);
  return member({
    name: propertyName(argument),
    comment: commentOf(docs),
    type: required ? type : orUndefined(type),
    isOptional: !required,
  });
}

/** Signature of a method, and the runtime function it calls. */
interface Signature {
  readonly typeParameters: readonly Code[];
  readonly parameters: readonly Parameter[];
  readonly returns: Code;
  /** Runtime function that performs the call. If absent, the method calls `core.call`. */
  readonly delegate?: Declaration;
}

interface Parameter {
  readonly name: SourceText;
  readonly type: Code;
  readonly optional: boolean;
  /** Text for the `@param` tag. */
  readonly description: string | undefined;
}

function methodOf(operation: Operation, to: Specifiers): Item {
  const signature = isList(operation) ? listSignature(operation, to) : callSignature(operation, to);
  const { typeParameters, parameters, returns } = signature;
  return method({
    name: identifier(operation.method),
    comment: commentOf(operation.docs, buildExtraDocs(operation, signature)),
    typeParameters,
    parameters: parameters.map((parameter, index) => parameterCode(parameter, parameters.slice(index + 1))),
    returns,
    result: resultOf(operation, signature),
  });
}

/** A parameter can be optional only if all later ones are. */
function parameterCode({ name, type, optional }: Parameter, following: readonly Parameter[]): Code {
  if (!optional) return code`${name}: ${type}`;
  const isLast = following.every((parameter) => parameter.optional);
  return isLast ? code`${name}?: ${type}` : code`${name}: ${orUndefined(type)}`;
}

/** Path parameters in order, then the body. */
function leadingParameters(operation: Operation, to: Specifiers): readonly Parameter[] {
  const fromPath = operation.pathParameters.map(({ argument, schema, docs }) => {
    return { name: identifier(argument), type: typeCode(schema, to), optional: false, description: docs.description };
  });
  if (operation.body === undefined) return fromPath;
  const { argument, required, docs } = operation.body;
  const type = bodyType(operation.body, to);
  return [...fromPath, { name: identifier(argument), type, optional: !required, description: docs.description }];
}

function callSignature(operation: Operation, to: Specifiers): Signature {
  return {
    typeParameters: [],
    parameters: [...leadingParameters(operation, to), optionsParameter(operation, to)],
    returns: callType(operation, to),
    ...(operation.paging === undefined ? {} : { delegate: runtimeDeclaration("pagedCall", "value", to) }),
  };
}

/**
 * Return type such as `Call<Order>` or `PagedCall<Order[], Order>`, with the response headers if the document describes
 * any.
 */
function callType(operation: Operation, to: Specifiers): Code {
  const { paging, responseHeaders } = operation;
  const type = name(runtimeDeclaration(paging === undefined ? "Call" : "PagedCall", "type", to));
  const item = paging === undefined ? [] : [typeCode(paging.item, to)];
  const headers = responseHeaders.length === 0 ? [] : [name(headersDeclaration(operation))];
  return code`${type}${typeArguments([resultType(operation, to), ...item, ...headers])}`;
}

function isList(operation: Operation): boolean {
  return operation.pagination !== undefined && operation.rql !== undefined && itemSchema(operation) !== undefined;
}

/**
 * Signature of a list method. The type of the query is a type parameter, because `select` narrows the type of the
 * items.
 */
function listSignature(operation: Operation, to: Specifiers): Signature {
  const runtimeType = (type: string): Code => name(runtimeDeclaration(type, "type", to));
  const resource = name(typeDeclaration(operation.rql?.resource ?? ""));
  const item = typeCode(itemSchema(operation) ?? { kind: "unknown" }, to);
  const clauses = identifier(numbered("C", (candidate) => to.exported.has(candidate)));
  // If a list holds resources of all types, the query also determines the type of the items.
  const types = operation.rql?.isTyped === true ? [name(typesByIdDeclaration(to))] : [];
  const items =
    types.length === 0 ? item : code`${runtimeType("Implementing")}${typeArguments([item, clauses, ...types])}`;
  return {
    typeParameters: [code`const ${clauses} extends ${runtimeType("RqlClauses")} = ${runtimeType("RqlClauses")}`],
    parameters: [
      ...leadingParameters(operation, to),
      {
        name: code`rql`,
        type: code`${runtimeType("RqlQuery")}${typeArguments([resource, clauses, ...types])}`,
        optional: true,
        description: "Filter of the list: typed operators of the resource, an expression, or RQL text.",
      },
      optionsParameter(operation, to),
    ],
    returns: code`${runtimeType("List")}<${runtimeType("Selected")}<${items}, ${clauses}>>`,
    delegate: runtimeDeclaration("rqlList", "value", to),
  };
}

/** Options that every call of this kind accepts. */
function commonOptions(operation: Operation): "CallOptions" | "ListOptions" {
  return isList(operation) ? "ListOptions" : "CallOptions";
}

function optionsParameter(operation: Operation, to: Specifiers): Parameter {
  const required = operation.optionParameters.some((parameter) => parameter.required);
  return {
    name: code`options`,
    type: hasOptions(operation)
      ? optionsName(operation)
      : name(runtimeDeclaration(commonOptions(operation), "type", to)),
    optional: !required,
    description: undefined,
  };
}

/** Generated paragraphs that follow the document's own text. */
function buildExtraDocs(operation: Operation, signature: Signature): readonly string[] {
  const paging =
    operation.paging === undefined ? [] : ["Iterate over the result to read this page and all following ones."];
  return [...paging, wireName(operation), ...describeServers(operation), ...buildTags(operation, signature)];
}

/** Note about the servers of an operation that overrides the document's servers. */
function describeServers({ servers }: Operation): readonly string[] {
  const addresses = servers.map(({ url }) => `\`${url}\``);
  return addresses.length === 0 ? [] : [`Served by ${addresses.join(", ")}: pass that URL as \`baseUrl\`.`];
}

/** `@param` and `@throws` lines in one paragraph, for everything that has a description. */
function buildTags({ errors }: Operation, { parameters }: Signature): readonly string[] {
  const lines = [
    ...parameters.map(({ name, description }) => [`@param ${name}`, description] as const),
    ...errors.map(({ status, docs }) => [`@throws ApiError${statusText(status)}:`, docs.description] as const),
  ].flatMap(([tag, text = ""]) => (text.trim() === "" ? [] : [`${tag} ${text.trim()}`]));
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** Formats a status as ` 404` or ` 4XX`. `default` applies to all other statuses, so it adds nothing. */
function statusText(status: string): string {
  return status === "default" ? "" : ` ${status}`;
}

/** Expression that a method returns: a call with the descriptor, the arguments by name, and the options. */
function resultOf(operation: Operation, { delegate }: Signature): Code {
  const fromPath = operation.pathParameters.map(
    ({ name, argument }) => [propertyName(inputName(name, operation)), identifier(argument)] as const,
  );
  const input = object(
    operation.body === undefined ? fromPath : [...fromPath, [BODY, identifier(operation.body.argument)]],
  );
  const rql = isList(operation) ? [code`rql`] : [];
  const args = [name(operationDeclaration(operation)), input, ...rql, code`options`];
  return delegate === undefined ? call(code`this.core.call`, ...args) : call(name(delegate), code`this.core`, ...args);
}
