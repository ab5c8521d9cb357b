import { childSchemas, type Model, type Operation, type Schema } from "../model/index.js";
import { createLookup, type Lookup } from "./compatibility.js";
import type { Direction } from "./rules.js";

/** Directions in which values of a named schema are transferred. Empty if no operation uses the schema. */
export type Reach = (name: string) => ReadonlySet<Direction>;

/**
 * Determines the reach of each schema over both models together, because existing callers still send what the old model
 * accepted.
 */
export function computeReach(models: readonly Model[]): Reach {
  const ways = { sent: new Set<string>(), received: new Set<string>() };
  for (const model of models) {
    const lookup = createLookup(model);
    for (const { payload } of model.webhooks) visit(payload, lookup, ways.received);
    for (const operation of model.groups.flatMap((group) => group.operations)) {
      for (const schema of sentBy(operation)) visit(schema, lookup, ways.sent);
      for (const schema of receivedBy(operation)) visit(schema, lookup, ways.received);
    }
  }
  return (name) => new Set((["sent", "received"] as const).filter((way) => ways[way].has(name)));
}

function sentBy({ pathParameters, optionParameters, body }: Operation): readonly Schema[] {
  const parameters = [...pathParameters, ...optionParameters].map(({ schema }) => schema);
  return body === undefined ? parameters : [...parameters, body.content.schema];
}

/** Schemas that callers read. The resource of an RQL query counts: callers name its properties and read the results. */
function receivedBy({ responses, errors, responseHeaders, rql }: Operation): readonly Schema[] {
  const schemas = [
    ...responses.flatMap(({ content }) => (content === undefined ? [] : [content.schema])),
    ...[...errors, ...responseHeaders].flatMap(({ schema }) => (schema === undefined ? [] : [schema])),
  ];
  return rql === undefined ? schemas : [...schemas, { kind: "reference", name: rql.resource }];
}

function visit(schema: Schema, lookup: Lookup, seen: Set<string>): void {
  if (schema.kind === "reference") {
    if (seen.has(schema.name)) return;
    seen.add(schema.name);
    const target = lookup(schema.name);
    if (target !== undefined) visit(target, lookup, seen);
    return;
  }
  for (const part of childSchemas(schema)) visit(part, lookup, seen);
}
