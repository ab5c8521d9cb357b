import {
  array,
  type Code,
  code,
  constant,
  docComment,
  exportFrom,
  type Item,
  identifier,
  interfaceDeclaration,
  literal,
  member,
  name,
  object,
  propertyName,
  type SourceFile,
  type SourceText,
  typeArguments,
} from "../code/index.js";
import {
  type Content,
  defaultExplode,
  defaultStyles,
  type Group,
  holdsDates,
  type Identity,
  type Model,
  type Operation,
  type Paging,
  type Parameter,
  type ParameterLocation,
  type RequestBody,
  type Response,
} from "../model/index.js";
import { isStreamed } from "../openapi/index.js";
import {
  headersDeclaration,
  modules,
  operationDeclaration,
  runtimeDeclaration,
  type Specifiers,
  schemasByIdDeclaration,
} from "./declarations.js";
import { commentOf, wireName } from "./docs.js";
import { sortGroups, specifierOf } from "./exports.js";
import { inputName, inputTemplate } from "./input-names.js";
import { errorsType, inputType, resultType, statusKey } from "./operation-types.js";
import { serversCode } from "./servers.js";
import { typeCode } from "./type-code.js";
import { schemaCode } from "./zod-code.js";

/**
 * Emits `operations/*.ts`: one descriptor per operation, which tells the runtime how to make the call. Each group has
 * its own file, because compilers rescan the whole file for each constant that refers to another.
 */
export function emitOperations({ groups }: Model, to: Specifiers): readonly SourceFile[] {
  return [...groups.map((group) => descriptorsOf(group, to)), emitDescriptorIndex(groups)];
}

function descriptorsOf({ name, operations }: Group, to: Specifiers): SourceFile {
  return { path: modules.operationsOf({ group: name }), statements: declarations(operations, to) };
}

function* declarations(operations: readonly Operation[], to: Specifiers): Iterable<Item> {
  for (const operation of operations) {
    if (operation.responseHeaders.length > 0) yield headersInterface(operation, to);
    yield descriptor(operation, to);
  }
}

/** Emits `operations.ts`, which exports all descriptors. */
function emitDescriptorIndex(groups: readonly Group[]): SourceFile {
  const paths = sortGroups(groups).map(({ name }) => modules.operationsOf({ group: name }));
  return { path: modules.operations, statements: paths.map((path) => exportFrom("*", specifierOf(path))) };
}

/** Interface of the headers of a success response. All are optional, because a server may omit any of them. */
function headersInterface(operation: Operation, to: Specifiers): Item {
  const { responseHeaders, group, method } = operation;
  return interfaceDeclaration({
    name: headersDeclaration(operation).name,
    comment: docComment([`Response headers of \`${group}.${method}\`.`]),
    members: responseHeaders.map(({ property, docs, schema }) =>
      member({ name: propertyName(property), comment: commentOf(docs), type: typeCode(schema, to), isOptional: true }),
    ),
  });
}

function descriptor(operation: Operation, to: Specifiers): Item {
  const { summary = wireName(operation), deprecated } = operation.docs;
  return constant({
    name: operationDeclaration(operation).name,
    comment: commentOf({ summary, deprecated }),
    type: descriptorType(operation, to),
    value: descriptorCode(operation, to),
  });
}

/**
 * Type of a descriptor: `Operation<Input, Result, Errors, Headers>`, without the last two if there are none. A paged
 * operation has the item type after the result.
 */
function descriptorType(operation: Operation, to: Specifiers): Code {
  const { paging, responseHeaders } = operation;
  const errors = errorsType(operation, to);
  const headers = responseHeaders.length === 0 ? undefined : name(headersDeclaration(operation));
  const generic = paging === undefined ? "Operation" : "PagedOperation";
  const parameters = [
    inputType(operation, to),
    resultType(operation, to),
    paging && typeCode(paging.item, to),
    headers === undefined ? errors : (errors ?? code`object`),
    headers,
  ].filter((parameter) => parameter !== undefined);
  return code`${name(runtimeDeclaration(generic, "type", to))}${typeArguments(parameters)}`;
}

function descriptorCode(operation: Operation, to: Specifiers): Code {
  const { group, method, httpMethod, servers, safety, permissions, identity, reference } = operation;
  const { body, rql, pagination, paging } = operation;
  const entries: [SourceText, Code | undefined][] = [
    [code`name`, literal(`${group}.${method}`)],
    [code`method`, literal(httpMethod)],
    [code`path`, literal(inputTemplate(operation))],
    [code`servers`, servers.length === 0 ? undefined : serversCode(servers)],
    [code`safety`, safety && literal(safety)],
    [code`permissions`, permissions.length === 0 ? undefined : array(permissions.map(literal))],
    [code`identity`, identity && identityCode(identity)],
    [code`reference`, reference && array(reference.map(literal))],
    [code`parameters`, parametersCode(operation)],
    [code`body`, body && bodyCode(body, to)],
    [
      code`responses`,
      object(
        operation.responses.map((response) => responseEntry(response, to)),
        { broken: true },
      ),
    ],
    [code`errors`, errorsCode(operation, to)],
    [code`headers`, headersCode(operation, to)],
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

/** Paging rules for the runtime. The item type is part of the descriptor's own type. */
function pagingCode({ item: _, ...paging }: Paging): Code {
  return object(
    Object.entries(paging).map(([key, value]) => {
      return [identifier(key), typeof value === "object" ? array(value.map(literal)) : literal(value)] as const;
    }),
  );
}

/** Option parameters, and path parameters that are not serialized in the default way. */
function parametersCode(operation: Operation): Code | undefined {
  const { pathParameters, optionParameters } = operation;
  const fromPath = pathParameters.flatMap((parameter) => {
    const form = formEntries(parameter, "path");
    return form.length === 0
      ? []
      : [object([[code`in`, literal("path")], [code`name`, literal(inputName(parameter.name, operation))], ...form])];
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

/** Serialization of a parameter, where it differs from the standard's default for its location. */
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

function bodyCode({ content, required, encodings }: RequestBody, to: Specifiers): Code {
  const parts = encodings.map(({ property, ...encoding }) => {
    const entries = Object.entries(encoding).map(([key, value]) => [identifier(key), literal(value)] as const);
    return [propertyName(property), object(entries)] as const;
  });
  return object([
    ...contentEntries(content, to),
    [code`required`, literal(required)],
    ...(parts.length === 0 ? [] : [[code`encoding`, object(parts)] as const]),
  ]);
}

/** Parsers for the documented response headers. */
function headersCode({ responseHeaders }: Operation, to: Specifiers): Code | undefined {
  if (responseHeaders.length === 0) return undefined;
  return array(
    responseHeaders.map(({ name, property, form, schema }) => {
      // Only a schema converts the text of a JSON value to a `Date`.
      const isDated = form === "json" && holdsDates(schema, to.dated);
      return object([
        [code`name`, literal(name)],
        [code`property`, literal(property)],
        [code`form`, literal(form)],
        ...(isDated ? [[code`schema`, schemaCode(schema, to)] as const] : []),
      ]);
    }),
  );
}

/** Schemas of the documented error bodies. */
function errorsCode({ errors }: Operation, to: Specifiers): Code | undefined {
  const entries = errors.flatMap(({ status, schema }) => {
    return schema === undefined ? [] : [[statusKey(status), schemaCode(schema, to)] as const];
  });
  return entries.length === 0 ? undefined : object(entries);
}

function responseEntry({ status, content }: Response, to: Specifiers): readonly [SourceText, Code] {
  return [statusKey(status), content === undefined ? code`{}` : object(contentEntries(content, to))];
}

function contentEntries(
  { contentType, media, schema, item }: Content,
  to: Specifiers,
): readonly (readonly [SourceText, Code])[] {
  const type = [code`contentType`, literal(contentType)] as const;
  if (media === "binary") return [type];
  if (!isStreamed(media)) return [type, [code`schema`, schemaCode(schema, to)]];
  const form = item === undefined ? [] : [[code`item`, literal(item)] as const];
  const reader = name(runtimeDeclaration("itemStream", "value", to));
  return [type, [code`items`, schemaCode(schema, to)], ...form, [code`stream`, reader]];
}
