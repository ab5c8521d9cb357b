import {
  code,
  constant,
  docComment,
  identifier,
  interfaceDeclaration,
  member,
  name,
  object,
  propertyName,
  type SourceFile,
  type SourceText,
  typeAlias,
} from "../code/index.js";
import { type Model, numbered } from "../model/index.js";
import { exportedNames, modules, runtimeDeclaration, type Specifiers } from "./declarations.js";
import { commentOf } from "./docs.js";
import { typeCode } from "./type-code.js";
import { schemaCode } from "./zod-code.js";

/**
 * Emits `webhooks.ts`: types and schemas of the requests that the platform sends on its own. Emits no file if there are
 * none.
 */
export function emitWebhooks(model: Model, to: Specifiers): readonly SourceFile[] {
  const { webhooks } = model;
  if (webhooks.length === 0) return [];
  const payloads = webhooks.map(({ payloadName, payload, docs }) =>
    typeAlias({ name: identifier(payloadName), comment: commentOf(docs), type: typeCode(payload, to) }),
  );
  const map = mapName(model);
  const types = interfaceDeclaration({
    name: map,
    comment: docComment(["Payload of each webhook."]),
    members: webhooks.map(({ key, payloadName }) => member({ name: propertyName(key), type: identifier(payloadName) })),
  });
  const schemas = webhooks.map(({ key, payload }) => [propertyName(key), schemaCode(payload, to)] as const);
  const schemaType = name(runtimeDeclaration("Schema", "type", to));
  const schemasByKey = constant({
    name: code`webhooks`,
    comment: docComment(["Schema of each webhook's payload: `z.parse(webhooks.key, body)`."]),
    type: code`{ readonly [K in keyof ${map}]: ${schemaType}<${map}[K]> }`,
    value: object(schemas, { broken: true }),
  });
  return [{ path: modules.webhooks, statements: [...payloads, types, schemasByKey] }];
}

/** `Webhooks`, unless the client already exports that name. */
function mapName(model: Model): SourceText {
  const exported = exportedNames(model);
  const isTaken = (candidate: string): boolean => exported.has(candidate);
  return isTaken("Webhooks") ? identifier(numbered("WebhookPayloads", isTaken)) : code`Webhooks`;
}
