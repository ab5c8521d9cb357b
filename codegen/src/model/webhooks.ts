import type { JsonPath } from "../json/index.js";
import { descriptorName, type OpenApiDocument, type Operation, operationsOf, type PathItem } from "../openapi/index.js";
import { requestContent } from "./content.js";
import type { ContentContext, Follow } from "./context.js";
import { docsOf } from "./docs.js";
import type { Webhook } from "./model.js";
import { byText, className, numbered } from "./names.js";

/** Context for converting webhooks. */
export interface WebhookContext extends ContentContext {
  /** Names of the other types and classes that the client exports. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Converts a document's webhooks. A payload type is named after the `operationId`, or else after the webhook, plus the
 * method if the webhook has several: `NewPetPayload` for `newPet`. Webhooks without a body are left out.
 */
export function convertWebhooks(document: OpenApiDocument, context: WebhookContext): readonly Webhook[] {
  const { resolve, taken } = context;
  const operations = webhookOperations(document, resolve);
  const names = payloadNames(operations, taken);
  return operations.flatMap(({ key, place, operation }) => {
    const body = operation.requestBody && resolve("requestBody", operation.requestBody);
    const content = requestContent(body?.content, context);
    if (content === undefined) return [];
    return [{ key, place, payloadName: names.get(key) ?? "", docs: docsOf(operation), payload: content.schema }];
  });
}

/** Payload names by key. If several keys result in the same name, the later ones in alphabetical order get a number. */
function payloadNames(operations: readonly NamedOperation[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const { key, name } of [...operations].sort((a, b) => byText(a.key, b.key))) {
    const payloadName = numbered(`${name}Payload`, (candidate) => used.has(candidate));
    used.add(payloadName);
    names.set(key, payloadName);
  }
  return names;
}

interface NamedOperation {
  readonly key: string;
  readonly place: JsonPath;
  readonly name: string;
  readonly operation: Operation;
}

function webhookOperations({ webhooks = {} }: OpenApiDocument, resolve: Follow): readonly NamedOperation[] {
  return Object.entries(webhooks).flatMap(([key, entry]) => {
    const item: PathItem =
      entry.$ref === undefined ? entry : { ...resolve("pathItem", { $ref: entry.$ref }), ...entry };
    const operations = operationsOf(item);
    return operations.map(({ method, place, operation }) => {
      const distinct = operations.length === 1 ? key : `${key} ${method.toLowerCase()}`;
      const name = className(descriptorName(operation.operationId ?? distinct));
      return { key: distinct, place: ["webhooks", key, ...place], name, operation };
    });
  });
}
