import type { OpenApiDocument, Operation, PathItem, RequestBody as RequestBodyObject } from "../validate/openapi.js";
import { httpMethods } from "../validate/openapi.js";
import { preferredContent } from "./content.js";
import { docsOf } from "./docs.js";
import type { Webhook } from "./model.js";
import { className, descriptorName, numbered, typeName } from "./names.js";
import type { Surroundings } from "./operations.js";

/** What the settling of webhooks needs to know of the whole document. */
export interface WebhookSurroundings extends Pick<Surroundings, "resolve" | "settle"> {
  /** Names of types and classes that the client exports beside them. */
  readonly taken: ReadonlySet<string>;
}

/**
 * The payloads of a document's webhooks. One is called after its `operationId`, or else after its webhook, and its
 * method where the webhook has several: `newPet` has a `NewPetPayload`. Those without a body have nothing to be received.
 */
export function settleWebhooks(document: OpenApiDocument, surroundings: WebhookSurroundings): readonly Webhook[] {
  const { resolve, settle } = surroundings;
  const used = new Set(surroundings.taken);
  return operationsOf(document, resolve).flatMap(({ key, name, operation }) => {
    const body = operation.requestBody && resolve<RequestBodyObject>(operation.requestBody);
    const content = preferredContent(body?.content, settle);
    if (content === undefined) return [];
    const payloadName = numbered(`${name}Payload`, (candidate) => used.has(candidate));
    used.add(payloadName);
    return [{ key, payloadName, docs: docsOf(operation), payload: content.schema }];
  });
}

interface NamedOperation {
  readonly key: string;
  readonly name: string;
  readonly operation: Operation;
}

function operationsOf(
  { webhooks = {} }: OpenApiDocument,
  resolve: WebhookSurroundings["resolve"],
): readonly NamedOperation[] {
  return Object.entries(webhooks).flatMap(([key, entry]) => {
    const item: PathItem = entry.$ref === undefined ? entry : { ...resolve<PathItem>({ $ref: entry.$ref }), ...entry };
    const methods = httpMethods.filter((method) => item[method] !== undefined);
    return methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const distinct = methods.length === 1 ? key : `${key} ${method}`;
      return [{ key: distinct, name: typeOf(operation.operationId ?? distinct), operation }];
    });
  });
}

function typeOf(text: string): string {
  return className(descriptorName(text)) || typeName(text);
}
