import { present } from "../json/index.js";
import {
  descriptorName,
  methodFunctions,
  type Parameter as ParameterObject,
  type PathItem,
  resultSchema,
  splitName,
  templateNames,
  type View,
  type ViewContent,
} from "../openapi/index.js";
import { encodingsOf, requestContent } from "./content.js";
import type { ContentContext, Follow } from "./context.js";
import { docsOf } from "./docs.js";
import { convertIdentity } from "./identity.js";
import type { PagingSource } from "./infer-paging.js";
import type { Content, Operation, RequestBody, Safety } from "./model.js";
import { argumentNames, numbered } from "./names.js";
import type { NamedOperation as OperationObject, OperationPlace } from "./operation-names.js";
import { convertPaging } from "./paging.js";
import { convertParameter, optionParameters } from "./parameters.js";
import { errorResponses, responseHeaders, streamedSuccesses, successes } from "./responses.js";
import type { NameReference } from "./schema-names.js";
import { convertServer } from "./servers.js";

/** Context for converting operations: all operations, references and schemas of the document. */
export interface OperationContext extends ContentContext {
  readonly operations: readonly { readonly place: OperationPlace; readonly operation: OperationObject }[];
  readonly nameOf: NameReference;
  /** Safety of operations that do not state theirs (`x-safety-default`). */
  readonly defaultSafety: Safety | undefined;
}

/** Converts all operations in document order, each followed by its streaming variant and its typed views. */
export function convertOperations(context: OperationContext): readonly Operation[] {
  const isTaken = takenNames(context);
  return context.operations.flatMap(({ place, operation: source }) => {
    const operation = convertOperation(source, place, context);
    const views = source["x-views"] ?? [];
    return [
      operation,
      ...streamingVariants(source, operation, context, isTaken),
      ...views.map((view) => convertView(view, operation, context)),
    ];
  });
}

/** Returns true if a descriptor or a public method already has the name. */
type IsTaken = (name: string) => boolean;

function takenNames({ operations }: OperationContext): IsTaken {
  const names = operations.flatMap(({ operation }) => {
    const views = operation["x-views"] ?? [];
    return [operation, ...views].flatMap((named) => [descriptorName(named.operationId), named["x-sdk-name"]]);
  });
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return (name) => taken.has(name.toLowerCase());
}

/**
 * Streaming variant of an operation, as a separate method such as `createStream`. Exists if the caller can choose a
 * stream instead of the whole response.
 */
function streamingVariants(
  source: OperationObject,
  operation: Operation,
  context: OperationContext,
  isTaken: IsTaken,
): readonly Operation[] {
  const responses = streamedSuccesses(source, context);
  if (responses.length === 0) return [];
  const suffix = numbered("Stream", (candidate) => {
    return isTaken(`${operation.id}${candidate}`) || isTaken(`${operation.group}.${operation.method}${candidate}`);
  });
  const { paging: _, ...whole } = operation;
  return [{ ...whole, id: `${operation.id}${suffix}`, method: `${operation.method}${suffix}`, responses }];
}

function convertOperation(source: OperationObject, place: OperationPlace, context: OperationContext): Operation {
  const { resolve, nameOf, convert } = context;
  const parameters = parametersOf(source, place.item, resolve);
  const inPath = templateNames(place.path);
  const pathArguments = argumentNames(inPath, takenArguments(source));
  const options = optionParameters(parameters, context);
  const pagingSource = pagingSourceOf(source, place, parameters, context);
  return {
    id: source.operationId,
    ...splitName(source["x-sdk-name"]),
    docs: docsOf(source),
    httpMethod: place.method,
    path: place.path,
    servers: (source.servers ?? place.item.servers ?? []).map(convertServer),
    permissions: source["x-permissions"] ?? [],
    ...present({
      safety: source["x-safety"] ?? context.defaultSafety,
      identity: convertIdentity(source["x-identity"], pagingSource.result, pagingSource.follow),
      reference: source["x-reference"]?.split("."),
    }),
    pathParameters: inPath.map((name, index) => {
      const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
      return convertParameter(parameter ?? { name, in: "path" }, pathArguments[index] ?? name, context);
    }),
    optionParameters: options,
    ...present({ body: requestBody(source, context) }),
    responses: successes(source, context),
    errors: errorResponses(source, context),
    responseHeaders: responseHeaders(source, context),
    ...present({
      rql: source["x-rql"] && {
        resource: nameOf(source["x-rql"].resource),
        isTyped: source["x-rql"].typedBy !== undefined,
      },
      pagination: pagination(source),
      paging: convertPaging(pagingSource, { options, convert }),
    }),
  };
}

/** Collects the properties of an operation that reveal its paging. */
function pagingSourceOf(
  source: OperationObject,
  { method }: OperationPlace,
  parameters: readonly ParameterObject[],
  { resolve, followSchema }: OperationContext,
): PagingSource {
  return { source, httpMethod: method, parameters, result: resultSchema(source, resolve), follow: followSchema };
}

/** Converts a view: the same call under another name and with narrower types. */
function convertView(
  view: View,
  { paging: _, identity: shared, ...operation }: Operation,
  { nameOf, followSchema }: OperationContext,
): Operation {
  const result = view.response && { $ref: view.response.schema };
  return {
    ...operation,
    id: descriptorName(view.operationId),
    ...splitName(view["x-sdk-name"]),
    docs: docsOf(view),
    permissions: view["x-permissions"] ?? [],
    ...present({ identity: convertIdentity(view["x-identity"], result, followSchema, shared) }),
    pathParameters: operation.pathParameters.map((parameter) => ({
      ...parameter,
      argument: view.parameters?.[parameter.name] ?? parameter.argument,
    })),
    ...present({ body: operation.body && { ...operation.body, ...narrowBody(operation.body, view, nameOf) } }),
    responses: operation.responses.map(({ status, content }) => ({
      status,
      ...present({ content: content && narrowContent(content, view.response, nameOf) }),
    })),
  };
}

function narrowBody(
  { argument, content }: RequestBody,
  { body }: View,
  nameOf: NameReference,
): Pick<RequestBody, "argument" | "content"> {
  return { argument: body?.name ?? argument, content: narrowContent(content, body, nameOf) };
}

/** Replaces the schema of a content. The media type stays. */
function narrowContent(content: Content, view: ViewContent | undefined, nameOf: NameReference): Content {
  return view === undefined ? content : { ...content, schema: { kind: "reference", name: nameOf(view.schema) } };
}

/** Parameters of the operation, followed by those of its path item that it does not override. */
function parametersOf(source: OperationObject, item: PathItem, resolve: Follow): readonly ParameterObject[] {
  const own = (source.parameters ?? []).map((parameter) => resolve("parameter", parameter));
  const shared = (item.parameters ?? []).map((parameter) => resolve("parameter", parameter));
  const replaced = (parameter: ParameterObject): boolean =>
    own.some((candidate) => candidate.name === parameter.name && candidate.in === parameter.in);
  return [...own, ...shared.filter((parameter) => !replaced(parameter))];
}

/** Names that path parameters must not use as arguments. */
function takenArguments(source: OperationObject): ReadonlySet<string> {
  return new Set(["options", "rql", bodyName(source), source.operationId, ...methodFunctions]);
}

function bodyName(source: OperationObject): string {
  return source["x-body-name"] ?? "body";
}

function requestBody(source: OperationObject, context: OperationContext): RequestBody | undefined {
  if (source.requestBody === undefined) return undefined;
  const body = context.resolve("requestBody", source.requestBody);
  const content = requestContent(body.content, context);
  if (content === undefined) return undefined;
  return {
    argument: bodyName(source),
    docs: docsOf(body),
    required: body.required ?? false,
    content,
    encodings: encodingsOf(body.content[content.contentType], context),
  };
}

function pagination(source: OperationObject): { readonly pageSize: number } | undefined {
  const given = source["x-pagination"];
  return given === undefined || given.style !== undefined ? undefined : { pageSize: given.pageSize };
}
