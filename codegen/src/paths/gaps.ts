import type { JsonPath } from "../json/index.js";
import {
  type ItemOperation,
  type MediaType,
  type MediaTypes,
  type OpenApiDocument,
  operationsOf,
  type PathItem,
  type RequestBody,
  type Response,
} from "../openapi/index.js";
import { pathItems } from "./path-items.js";
import { resolve } from "./resolve.js";
import { isTyped, typedMethods } from "./single-document.js";

/** Part of a document that openapi-typescript cannot express. */
export interface Gap {
  readonly path: JsonPath;
  readonly message: string;
}

/** Finds the parts of all operations that `paths.ts` cannot express, in document order. */
export function findGaps(document: OpenApiDocument): readonly Gap[] {
  return pathItems(document).flatMap(([path, item]) =>
    operationsOf(item).flatMap((operation) => {
      const call: Call = {
        ...operation,
        item,
        name: `${operation.method} ${path}`,
        at: ["paths", path, ...operation.place],
      };
      return hasTypedMethod(operation)
        ? [...parameterGaps(document, call), ...contentGaps(document, call)]
        : [methodGap(call)];
    }),
  );
}

/** Gap for a component schema that refers to itself through a list, a union or an intersection. */
export function recursionGap(name: string): Gap {
  return {
    path: ["components", "schemas", name],
    message: `paths.ts types references from ${JSON.stringify(name)} to itself as unknown: TypeScript does not accept this recursion in the types of openapi-typescript.`,
  };
}

interface Call extends ItemOperation {
  readonly item: PathItem;
  /** Method and path. */
  readonly name: string;
  readonly at: JsonPath;
}

function hasTypedMethod({ place }: ItemOperation): boolean {
  return typedMethods.some((method) => method === place[0]);
}

function methodGap({ name, method, at }: Call): Gap {
  return {
    path: at,
    message: `paths.ts leaves out ${name}: openapi-typescript does not support the method ${method}.`,
  };
}

function parameterGaps(document: OpenApiDocument, { item, operation, name, at }: Call): readonly Gap[] {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  return parameters
    .map((parameter) => resolve(document, parameter))
    .filter((parameter) => !isTyped(parameter))
    .map((parameter) => ({
      path: [...at, "parameters"],
      message: `paths.ts leaves out the parameter ${JSON.stringify(parameter.name)} of ${name}: openapi-typescript does not support parameters in "${parameter.in}".`,
    }));
}

function contentGaps(document: OpenApiDocument, { operation, name, at }: Call): readonly Gap[] {
  return contents(document, operation).flatMap(({ content, place }) =>
    Object.entries(content)
      .filter(([, source]) => isStream(resolve<MediaType>(document, source)))
      .map(([mediaType]) => ({
        path: [...at, ...place, "content", mediaType],
        message: `paths.ts types ${mediaType} of ${name} as unknown: openapi-typescript does not support itemSchema.`,
      })),
  );
}

function isStream({ schema, itemSchema }: MediaType): boolean {
  return schema === undefined && itemSchema !== undefined;
}

interface PlacedContent {
  readonly content: MediaTypes;
  /** Path relative to the operation. */
  readonly place: JsonPath;
}

function contents(
  document: OpenApiDocument,
  { requestBody, responses = {} }: Call["operation"],
): readonly PlacedContent[] {
  const body = requestBody && resolve<RequestBody>(document, requestBody);
  const entries = Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
  return [
    ...(body === undefined ? [] : [{ content: body.content, place: ["requestBody"] }]),
    ...entries.map(([status, response]) => ({
      content: resolve<Response>(document, response).content ?? {},
      place: ["responses", status],
    })),
  ];
}
