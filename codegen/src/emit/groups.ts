import type {
  ClassDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodDeclarationStructure,
  ParameterDeclarationStructure,
} from "ts-morph";
import {
  type Code,
  call,
  code,
  type Declaration,
  name,
  object,
  parenthesised,
  type SourceText,
  typeArguments,
} from "../code/code.js";
import { commentText } from "../code/comment.js";
import { identifier } from "../code/identifier.js";
import { withoutBrackets } from "../code/layout.js";
import { propertyName } from "../code/literal.js";
import { StructureKind } from "../libraries.js";
import type { Group, Model, Operation, OptionParameter } from "../model/index.js";
import { numbered } from "../model/index.js";
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
import { docComments, ownComment } from "./docs.js";
import { BODY, bodyType, itemSchema, resultType } from "./operation-types.js";
import { wireName } from "./operations.js";
import { type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";
import { typeCode } from "./type-code.js";

/** `groups/*.ts`: a class per group, a method per operation. */
export function emitGroups(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  return model.groups.map((group) => {
    const file = new SourceFileDraft(modules.group(group), model, specifiers);
    const options = group.operations
      .filter(hasOptions)
      .map((operation) => optionsInterface(operation, file, specifiers));
    return file.finish([...options, groupClass(group, file, specifiers)]);
  });
}

function groupClass(group: Group, file: SourceFileDraft, specifiers: Specifiers): Safe<ClassDeclarationStructure> {
  return {
    kind: StructureKind.Class,
    name: groupDeclaration(group).name,
    isExported: true,
    extends: file.text(name(runtimeDeclaration("OperationGroup", "value", specifiers))),
    docs: docComments(group.docs),
    methods: group.operations.map((operation) => method(operation, file, specifiers)),
  };
}

function hasOptions({ optionParameters }: Operation): boolean {
  return optionParameters.length > 0;
}

/** `EstimateOrderOptions`. */
function optionsName({ id }: Operation): SourceText {
  return identifier(`${id.charAt(0).toUpperCase()}${id.slice(1)}Options`);
}

/** Query, header and cookie parameters beside the options that every call takes. */
function optionsInterface(
  operation: Operation,
  file: SourceFileDraft,
  specifiers: Specifiers,
): Safe<InterfaceDeclarationStructure> {
  return {
    kind: StructureKind.Interface,
    name: optionsName(operation),
    isExported: true,
    extends: [file.text(name(runtimeDeclaration(commonOptions(operation), "type", specifiers)))],
    docs: ownComment(`What \`${operation.group}.${operation.method}\` takes beside its arguments.`),
    properties: operation.optionParameters.map((parameter) => optionProperty(parameter, file)),
  };
}

function optionProperty({ argument, required, docs, schema }: OptionParameter, file: SourceFileDraft) {
  const member = propertyName(argument);
  const type = required ? typeCode(schema) : code`${typeCode(schema)} | undefined`;
  return {
    name: member,
    hasQuestionToken: !required,
    type: file.text(type, { column: `  ${member}?: `.length, indent: 2 }),
    docs: docComments(docs, { indent: 2 }),
  };
}

/** How a method is written down: what stands in its head and what it hands on. */
interface Signature {
  readonly typeParameters: readonly Code[];
  readonly parameters: readonly Parameter[];
  readonly returns: Code;
  /** The function of the run-time that does the work, through the core; where there is none, the core does it. */
  readonly delegate?: Declaration;
}

interface Parameter {
  readonly name: SourceText;
  readonly type: Code;
  readonly optional: boolean;
  /** For the doc comment. */
  readonly description: string | undefined;
}

function method(operation: Operation, file: SourceFileDraft, specifiers: Specifiers): Safe<MethodDeclarationStructure> {
  const signature = isList(operation) ? listSignature(operation, specifiers) : callSignature(operation, specifiers);
  const returnType = file.text(signature.returns, { indent: METHOD_INDENT });
  return {
    kind: StructureKind.Method,
    name: identifier(operation.method),
    docs: docComments(operation.docs, { indent: 2, extra: extraDocs(operation, signature) }),
    typeParameters: signature.typeParameters.map((parameter) => file.text(parameter)),
    parameters: parameters(operation, signature, returnType, file),
    returnType,
    statements: [code`return ${file.text(body(operation, signature), METHOD_BODY)};`],
  };
}

const METHOD_INDENT = 2;
const METHOD_BODY = { column: "    return ".length, indent: 4 };

/** Parameters on the line of the method's name; where they do not fit, one a line. */
function parameters(
  operation: Operation,
  { typeParameters, parameters }: Signature,
  returnType: SourceText,
  file: SourceFileDraft,
): Safe<ParameterDeclarationStructure>[] {
  const codes = parameters.map((parameter, index) => parameterCode(parameter, parameters.slice(index + 1)));
  const generics = typeParameters.map((parameter) => file.text(parameter)).join(", ");
  const text = file.text(parenthesised(codes), {
    column: `  ${operation.method}${generics === "" ? "" : `<${generics}>`}`.length,
    indent: 2,
    trailing: `: ${returnType.split("\n", 1)[0]} {`.length,
  });
  // ts-morph puts parameters on one line, but writes a name as it is: so the whole list goes in as one name.
  return [{ kind: StructureKind.Parameter, name: withoutBrackets(text) }];
}

/** A parameter can be left out only where all that follow it can. */
function parameterCode({ name, type, optional }: Parameter, following: readonly Parameter[]): Code {
  if (!optional) return code`${name}: ${type}`;
  const isLast = following.every((parameter) => parameter.optional);
  return isLast ? code`${name}?: ${type}` : code`${name}: ${type} | undefined`;
}

/** What an operation takes, in order: path parameters, body, then the object of options. */
function leadingParameters(operation: Operation, specifiers: Specifiers): readonly Parameter[] {
  const fromPath = operation.pathParameters.map(({ argument, schema, docs }) => {
    return { name: identifier(argument), type: typeCode(schema), optional: false, description: docs.description };
  });
  if (operation.body === undefined) return fromPath;
  const { argument, required, docs } = operation.body;
  const type = bodyType(operation.body, specifiers);
  return [...fromPath, { name: identifier(argument), type, optional: !required, description: docs.description }];
}

function callSignature(operation: Operation, specifiers: Specifiers): Signature {
  return {
    typeParameters: [],
    parameters: [...leadingParameters(operation, specifiers), optionsParameter(operation, specifiers)],
    returns: callType(operation, specifiers),
    ...(operation.paging === undefined ? {} : { delegate: runtimeDeclaration("pagedCall", "value", specifiers) }),
  };
}

/** `Call<Order>`, `PagedCall<Order[], Order>`; with the headers that come beside it, where the document has some. */
function callType(operation: Operation, specifiers: Specifiers): Code {
  const { paging, responseHeaders } = operation;
  const type = name(runtimeDeclaration(paging === undefined ? "Call" : "PagedCall", "type", specifiers));
  const item = paging === undefined ? [] : [typeCode(paging.item)];
  const headers = responseHeaders.length === 0 ? [] : [name(headersDeclaration(operation))];
  return code`${type}${typeArguments([resultType(operation, specifiers), ...item, ...headers])}`;
}

function isList(operation: Operation): boolean {
  return operation.pagination !== undefined && operation.rql !== undefined && itemSchema(operation) !== undefined;
}

/** A list narrows its items to what the query selects, so the query's type is a parameter of the method. */
function listSignature(operation: Operation, specifiers: Specifiers): Signature {
  const runtimeType = (type: string): Code => name(runtimeDeclaration(type, "type", specifiers));
  const resource = name(typeDeclaration(operation.rql?.resource ?? ""));
  const item = typeCode(itemSchema(operation) ?? { kind: "unknown" });
  const clauses = identifier(numbered("C", (candidate) => specifiers.exported.has(candidate)));
  // Of a list that holds resources of all types, the query also says what the items are.
  const types = operation.rql?.isTyped === true ? [name(typesByIdDeclaration(specifiers))] : [];
  const items =
    types.length === 0 ? item : code`${runtimeType("Implementing")}${typeArguments([item, clauses, ...types])}`;
  return {
    typeParameters: [code`const ${clauses} extends ${runtimeType("RqlClauses")} = ${runtimeType("RqlClauses")}`],
    parameters: [
      ...leadingParameters(operation, specifiers),
      {
        name: code`rql`,
        type: code`${runtimeType("RqlQuery")}${typeArguments([resource, clauses, ...types])}`,
        optional: true,
        description: "What to list: operators of the resource, an expression, or RQL text.",
      },
      optionsParameter(operation, specifiers),
    ],
    returns: code`${runtimeType("List")}<${runtimeType("Selected")}<${items}, ${clauses}>>`,
    delegate: runtimeDeclaration("rqlList", "value", specifiers),
  };
}

/** The options that every call of the kind takes. */
function commonOptions(operation: Operation): "CallOptions" | "ListOptions" {
  return isList(operation) ? "ListOptions" : "CallOptions";
}

function optionsParameter(operation: Operation, specifiers: Specifiers): Parameter {
  const required = operation.optionParameters.some((parameter) => parameter.required);
  return {
    name: code`options`,
    type: hasOptions(operation)
      ? optionsName(operation)
      : name(runtimeDeclaration(commonOptions(operation), "type", specifiers)),
    optional: !required,
    description: undefined,
  };
}

/** What a method's doc says beyond the document's own text. */
function extraDocs(operation: Operation, signature: Signature): readonly string[] {
  const paging = operation.paging === undefined ? [] : ["Iterated over, it goes on to the pages after this one."];
  return [...paging, wireName(operation), ...served(operation), ...tags(operation, signature)];
}

/** Where an operation lives that is not where the others are. */
function served({ servers }: Operation): readonly string[] {
  const addresses = servers.map(({ url }) => `\`${commentText(url, Number.POSITIVE_INFINITY)}\``);
  return addresses.length === 0 ? [] : [`Served by ${addresses.join(", ")}: pass that as \`baseUrl\`.`];
}

/** `@param` and `@throws` lines, all in one paragraph; what has no description has none. */
function tags({ errors }: Operation, { parameters }: Signature): readonly string[] {
  const lines = [
    ...parameters.map(({ name, description }) => [`@param ${name}`, description] as const),
    ...errors.map(({ status, docs }) => [`@throws ApiError${statusText(status)}:`, docs.description] as const),
  ].flatMap(([tag, text = ""]) =>
    text.trim() === "" ? [] : [`${tag} ${commentText(text, Number.POSITIVE_INFINITY)}`],
  );
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** ` 404` or ` 4XX`; what is said of all other statuses is said of the error. */
function statusText(status: string): string {
  return status === "default" ? "" : ` ${status}`;
}

/** The one statement of a method: the descriptor, the arguments by name, the options. */
function body(operation: Operation, { delegate }: Signature): Code {
  const fromPath = operation.pathParameters.map(
    ({ name, argument }) => [propertyName(name), identifier(argument)] as const,
  );
  const input = object(
    operation.body === undefined ? fromPath : [...fromPath, [BODY, identifier(operation.body.argument)]],
  );
  const rql = isList(operation) ? [code`rql`] : [];
  const args = [name(operationDeclaration(operation)), input, ...rql, code`options`];
  return delegate === undefined ? call(code`this.core.call`, ...args) : call(name(delegate), code`this.core`, ...args);
}
