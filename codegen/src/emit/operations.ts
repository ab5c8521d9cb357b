import type { ExportDeclarationStructure, InterfaceDeclarationStructure, VariableStatementStructure } from "ts-morph";
import { array, type Code, code, name, object, type SourceText, typeArguments } from "../code/code.js";
import { commentText } from "../code/comment.js";
import { identifier } from "../code/identifier.js";
import { literal, propertyName } from "../code/literal.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type {
  Content,
  Group,
  Identity,
  Model,
  Operation,
  Paging,
  Parameter,
  ParameterLocation,
  RequestBody,
  Response,
} from "../model/index.js";
import { defaultExplode, defaultStyles, holdsDates } from "../model/index.js";
import { isStreamed, sentTemplate } from "../openapi/index.js";
import {
  headersDeclaration,
  modules,
  operationDeclaration,
  runtimeDeclaration,
  type Specifiers,
  schemasByIdDeclaration,
} from "./declarations.js";
import { docComments, ownComment } from "./docs.js";
import { inOrder, specifierOf } from "./exports.js";
import { errorsType, inputType, resultType, statusKey } from "./operation-types.js";
import { serversCode } from "./servers.js";
import { afterBlankLine, type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";
import { typeCode } from "./type-code.js";
import { schemaCode } from "./zod-code.js";

/**
 * `operations/*.ts`: one descriptor per operation, which the run-time reads to make the call. A file a group, since a
 * compiler goes back through a whole file for each constant that is named in it.
 */
export function emitOperations(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  return [...model.groups.map((group) => descriptors(group, model, specifiers)), everyDescriptor(model, specifiers)];
}

function descriptors(group: Group, model: Model, specifiers: Specifiers): EmittedFile {
  const file = new SourceFileDraft(modules.operationsOf({ group: group.name }), model, specifiers);
  return file.finish(
    group.operations.flatMap((operation) => [
      ...headersInterface(operation, file),
      descriptor(operation, file, specifiers),
    ]),
  );
}

/** `operations.ts`: all of them. */
function everyDescriptor(model: Model, specifiers: Specifiers): EmittedFile {
  return new SourceFileDraft(modules.operations, model, specifiers).finish(
    inOrder(model.groups).map(
      (group): Safe<ExportDeclarationStructure> => ({
        kind: StructureKind.ExportDeclaration,
        moduleSpecifier: specifierOf(modules.operationsOf({ group: group.name })),
      }),
    ),
  );
}

/** What comes beside the body of a success. A server may always leave a header out. */
function headersInterface(operation: Operation, file: SourceFileDraft): readonly Safe<InterfaceDeclarationStructure>[] {
  if (operation.responseHeaders.length === 0) return [];
  const properties = operation.responseHeaders.map(({ property, docs, schema }) => {
    const member = propertyName(property);
    const type = file.text(typeCode(schema), { column: `  ${member}?: `.length, indent: 2 });
    return { name: member, hasQuestionToken: true, type, docs: docComments(docs, { indent: 2 }) };
  });
  return [
    {
      kind: StructureKind.Interface,
      name: headersDeclaration(operation).name,
      isExported: true,
      docs: ownComment(`Headers that \`${operation.group}.${operation.method}\` answers beside its result.`),
      properties,
    },
  ];
}

function descriptor(
  operation: Operation,
  file: SourceFileDraft,
  specifiers: Specifiers,
): Safe<VariableStatementStructure> {
  const variable = operationDeclaration(operation).name;
  const type = file.text(descriptorType(operation, specifiers), {
    column: `export const ${variable}: `.length,
    trailing: " = {".length,
  });
  return {
    kind: StructureKind.VariableStatement,
    leadingTrivia: afterBlankLine,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name: variable, type, initializer: file.text(descriptorCode(operation, specifiers)) }],
    docs: docComments({
      summary: operation.docs.summary ?? wireName(operation),
      deprecated: operation.docs.deprecated,
    }),
  };
}

/**
 * `Operation<Input, Result, Errors, Headers>`, of which the last two are left out where there are none; one that answers
 * pages has their items behind its result.
 */
function descriptorType(operation: Operation, specifiers: Specifiers): Code {
  const { paging, responseHeaders } = operation;
  const errors = errorsType(operation);
  const headers = responseHeaders.length === 0 ? undefined : name(headersDeclaration(operation));
  const generic = paging === undefined ? "Operation" : "PagedOperation";
  const parameters = [
    inputType(operation, specifiers),
    resultType(operation, specifiers),
    paging && typeCode(paging.item),
    headers === undefined ? errors : (errors ?? code`object`),
    headers,
  ].filter((parameter) => parameter !== undefined);
  return code`${name(runtimeDeclaration(generic, "type", specifiers))}${typeArguments(parameters)}`;
}

/** `POST /orders`, as the documentation of the platform names a call. */
export function wireName({ httpMethod, path }: Operation): string {
  return `\`${httpMethod} ${commentText(path, Number.POSITIVE_INFINITY)}\``;
}

function descriptorCode(operation: Operation, specifiers: Specifiers): Code {
  const { group, method, httpMethod, path, servers, safety, permissions, identity, reference } = operation;
  const { body, rql, pagination, paging } = operation;
  const entries: [SourceText, Code | undefined][] = [
    [code`name`, literal(`${group}.${method}`)],
    [code`method`, literal(httpMethod)],
    [code`path`, literal(sentTemplate(path))],
    [code`servers`, servers.length === 0 ? undefined : serversCode(servers)],
    [code`safety`, literal(safety)],
    [code`permissions`, permissions.length === 0 ? undefined : array(permissions.map(literal))],
    [code`identity`, identity && identityCode(identity)],
    [code`reference`, reference && array(reference.map(literal))],
    [code`parameters`, parametersCode(operation)],
    [code`body`, body && bodyCode(body, specifiers)],
    [
      code`responses`,
      object(
        operation.responses.map((response) => responseEntry(response, specifiers)),
        { broken: true },
      ),
    ],
    [code`errors`, errorsCode(operation, specifiers)],
    [code`headers`, headersCode(operation, specifiers)],
    [code`rql`, rql && literal(true)],
    [code`types`, rql?.isTyped === true ? name(schemasByIdDeclaration) : undefined],
    [code`pageSize`, pagination && literal(pagination.pageSize)],
    [code`paging`, paging && pagingCode(paging)],
  ];
  return object(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    { broken: true },
  );
}

function identityCode({ root, path }: Identity): Code {
  return object([
    [code`root`, literal(root)],
    [code`path`, array(path.map(literal))],
  ]);
}

/** What the run-time follows; the type of the items is in the descriptor's own. */
function pagingCode({ item: _, ...paging }: Paging): Code {
  return object(
    Object.entries(paging).map(([key, value]) => {
      return [identifier(key), typeof value === "object" ? array(value.map(literal)) : literal(value)] as const;
    }),
  );
}

/** Parameters of the options, and those of the path that are not written as the run-time writes a path anyway. */
function parametersCode({ pathParameters, optionParameters }: Operation): Code | undefined {
  const fromPath = pathParameters.flatMap((parameter) => {
    const form = formEntries(parameter, "path");
    return form.length === 0
      ? []
      : [object([[code`in`, literal("path")], [code`name`, literal(parameter.name)], ...form])];
  });
  const fromOptions = optionParameters.map((parameter) =>
    object([
      [code`in`, literal(parameter.in)],
      [code`name`, literal(parameter.name)],
      [code`option`, literal(parameter.argument)],
      [code`required`, literal(parameter.required)],
      ...formEntries(parameter, parameter.in),
    ]),
  );
  return fromPath.length + fromOptions.length === 0 ? undefined : array([...fromPath, ...fromOptions]);
}

/** How a parameter is written, where that is not what the standard has for its place. */
function formEntries(
  { style, explode, allowReserved, contentType }: Parameter,
  place: ParameterLocation,
): readonly (readonly [SourceText, Code])[] {
  if (contentType !== undefined) return [[code`contentType`, literal(contentType)]];
  const entries: readonly (readonly [SourceText, Code | undefined])[] = [
    [code`style`, style === defaultStyles[place] ? undefined : literal(style)],
    [code`explode`, explode === defaultExplode(style) ? undefined : literal(explode)],
    [code`allowReserved`, allowReserved ? literal(true) : undefined],
  ];
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

function bodyCode({ content, required, encodings }: RequestBody, specifiers: Specifiers): Code {
  const parts = encodings.map(({ property, ...encoding }) => {
    const entries = Object.entries(encoding).map(([key, value]) => [identifier(key), literal(value)] as const);
    return [propertyName(property), object(entries)] as const;
  });
  return object([
    ...contentEntries(content, specifiers),
    [code`required`, literal(required)],
    ...(parts.length === 0 ? [] : [[code`encoding`, object(parts)] as const]),
  ]);
}

/** How the documented headers are read. */
function headersCode({ responseHeaders }: Operation, specifiers: Specifiers): Code | undefined {
  if (responseHeaders.length === 0) return undefined;
  return array(
    responseHeaders.map(({ name, property, form, schema }) => {
      // Only a schema makes a date of the text that JSON has for it.
      const isDated = form === "json" && holdsDates(schema, specifiers.dated);
      return object([
        [code`name`, literal(name)],
        [code`property`, literal(property)],
        [code`form`, literal(form)],
        ...(isDated ? [[code`schema`, schemaCode(schema, specifiers)] as const] : []),
      ]);
    }),
  );
}

/** What the bodies of the documented errors are. */
function errorsCode({ errors }: Operation, specifiers: Specifiers): Code | undefined {
  const entries = errors.flatMap(({ status, schema }) => {
    return schema === undefined ? [] : [[statusKey(status), schemaCode(schema, specifiers)] as const];
  });
  return entries.length === 0 ? undefined : object(entries);
}

function responseEntry({ status, content }: Response, specifiers: Specifiers): readonly [SourceText, Code] {
  return [statusKey(status), content === undefined ? code`{}` : object(contentEntries(content, specifiers))];
}

function contentEntries(
  { contentType, media, schema, item }: Content,
  specifiers: Specifiers,
): readonly (readonly [SourceText, Code])[] {
  const type = [code`contentType`, literal(contentType)] as const;
  if (media === "binary") return [type];
  if (!isStreamed(media)) return [type, [code`schema`, schemaCode(schema, specifiers)]];
  const form = item === undefined ? [] : [[code`item`, literal(item)] as const];
  const reader = name(runtimeDeclaration("itemStream", "value", specifiers));
  return [type, [code`items`, schemaCode(schema, specifiers)], ...form, [code`stream`, reader]];
}
