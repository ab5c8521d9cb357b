import { descriptorName, splitName } from "../validate/names.js";
import type {
  Parameter as ParameterObject,
  PathItem,
  Reference,
  RequestBody as RequestBodyObject,
  Response as ResponseObject,
  View,
} from "../validate/openapi.js";
import { encodingsOf, preferredContent } from "./content.js";
import { docsOf } from "./docs.js";
import type { Operation, RequestBody, Response } from "./model.js";
import { argumentNames } from "./names.js";
import type { NamedOperation as OperationObject, OperationPlace } from "./operation-names.js";
import { optionParameters, settleParameter } from "./parameters.js";
import { present } from "./present.js";
import type { NameReference, SettleSchema } from "./schema.js";

/** What the settling of operations needs to know of the whole document. */
export interface Surroundings {
  readonly operations: readonly { readonly place: OperationPlace; readonly operation: OperationObject }[];
  /** The object a reference leads to, through further references. */
  readonly resolve: <Target extends object>(source: Target | Reference) => Target;
  readonly nameOf: NameReference;
  readonly settle: SettleSchema;
}

/** Every operation of the document in its order, each followed by its typed views. */
export function settleOperations(surroundings: Surroundings): readonly Operation[] {
  return surroundings.operations.flatMap(({ place, operation: source }) => {
    const operation = settleOperation(source, place, surroundings);
    const views = source["x-views"] ?? [];
    return [operation, ...views.map((view) => settleView(view, operation, surroundings))];
  });
}

function settleOperation(source: OperationObject, place: OperationPlace, surroundings: Surroundings): Operation {
  const { resolve, nameOf, settle } = surroundings;
  const parameters = parametersOf(source, place.item, resolve);
  const inPath = pathParameterNames(place.path);
  const pathArguments = argumentNames(inPath, takenArguments(source));
  return {
    id: source.operationId,
    ...splitName(source["x-sdk-name"]),
    docs: docsOf(source),
    httpMethod: place.method.toUpperCase(),
    path: place.path,
    safety: source["x-safety"] ?? "unsafe",
    pathParameters: inPath.map((name, index) => {
      const parameter = parameters.find((candidate) => candidate.in === "path" && candidate.name === name);
      return settleParameter(parameter ?? { name, in: "path" }, pathArguments[index] ?? name, settle);
    }),
    optionParameters: optionParameters(parameters, settle),
    ...present({ body: requestBody(source, surroundings) }),
    responses: successes(source, surroundings),
    ...present({
      rql: source["x-rql"] === undefined ? undefined : { resource: nameOf(source["x-rql"].resource) },
      pagination: pagination(source),
    }),
  };
}

/** An operation once more under another name and with narrower types; on the wire they are the same. */
function settleView(view: View, operation: Operation, { nameOf }: Surroundings): Operation {
  return {
    ...operation,
    id: descriptorName(view.operationId),
    ...splitName(view["x-sdk-name"]),
    docs: docsOf(view),
    pathParameters: operation.pathParameters.map((parameter) => ({
      ...parameter,
      argument: view.parameters?.[parameter.name] ?? parameter.argument,
    })),
    responses: operation.responses.map(({ status, content }) => ({
      status,
      ...present({
        content: content && {
          ...content,
          schema: { kind: "reference", name: nameOf(view.response.schema) } as const,
        },
      }),
    })),
  };
}

/** Parameters of the operation, then those of its path item that it does not replace. */
function parametersOf(
  source: OperationObject,
  item: PathItem,
  resolve: Surroundings["resolve"],
): readonly ParameterObject[] {
  const own = (source.parameters ?? []).map((parameter) => resolve<ParameterObject>(parameter));
  const shared = (item.parameters ?? []).map((parameter) => resolve<ParameterObject>(parameter));
  const replaced = (parameter: ParameterObject): boolean =>
    own.some((candidate) => candidate.name === parameter.name && candidate.in === parameter.in);
  return [...own, ...shared.filter((parameter) => !replaced(parameter))];
}

/** Names in a path template, in the order in which they stand there. */
function pathParameterNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string);
}

/** Names of the arguments beside the path parameters. */
function takenArguments(source: OperationObject): ReadonlySet<string> {
  return new Set(["options", "rql", bodyName(source), source.operationId]);
}

function bodyName(source: OperationObject): string {
  return source["x-body-name"] ?? "body";
}

function requestBody(source: OperationObject, { resolve, settle }: Surroundings): RequestBody | undefined {
  if (source.requestBody === undefined) return undefined;
  const body = resolve<RequestBodyObject>(source.requestBody);
  const content = preferredContent(body.content, settle);
  if (content === undefined) return undefined;
  return {
    argument: bodyName(source),
    docs: docsOf(body),
    required: body.required ?? false,
    content,
    encodings: encodingsOf(body.content[content.contentType]),
  };
}

function successes(source: OperationObject, { resolve, settle }: Surroundings): readonly Response[] {
  const all = Object.entries(source.responses);
  const named = all.filter(([status]) => status.startsWith("2"));
  return (named.length > 0 ? named : all.filter(([status]) => status === "default")).map(([status, response]) => ({
    status: status.toUpperCase(),
    ...present({ content: preferredContent(resolve<ResponseObject>(response).content, settle) }),
  }));
}

function pagination(source: OperationObject): { readonly pageSize: number } | undefined {
  const given = source["x-pagination"];
  return given === undefined ? undefined : { pageSize: given.pageSize };
}
