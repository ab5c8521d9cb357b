import { childSchemas } from "./child-schemas.js";
import type { Model, NamedSchema, ObjectSchema, Operation, Property, Schema } from "./model.js";

/**
 * Splits schemas that differ by direction. `Account` is what responses contain, without `writeOnly` properties;
 * `AccountInput` is what requests contain, without `readOnly` properties. A schema keeps a single form if neither it
 * nor anything it references has such a property, and if it is never sent.
 */
export function splitForms(model: Model): Model {
  const split = splitNames(model.schemas);
  const isSplitInPlace =
    model.groups.some(({ operations }) => operations.some(hasOwnSplit)) ||
    model.webhooks.some(({ payload }) => hasOneWayProperty(payload));
  if (split.size === 0 && !isSplitInPlace) return model;
  const inputs = inputNames(model, split);
  const input = (schema: Schema): Schema => formOf(schema, "read", (name) => inputs.get(name) ?? name);
  const output = (schema: Schema): Schema => formOf(schema, "write", (name) => name);
  return {
    ...model,
    schemas: model.schemas.flatMap(({ name, docs, schema }) => {
      const inputName = inputs.get(name);
      const sent = inputName === undefined ? [] : [{ name: inputName, docs, schema: input(schema) }];
      return [{ name, docs, schema: output(schema) }, ...sent];
    }),
    // Webhook payloads use the response form, because the program receives them.
    webhooks: model.webhooks.map((webhook) => ({ ...webhook, payload: output(webhook.payload) })),
    groups: model.groups.map((group) => ({
      ...group,
      operations: group.operations.map((operation) => withForms(operation, input, output)),
    })),
  };
}

type Form = (schema: Schema) => Schema;

function withForms(operation: Operation, input: Form, output: Form): Operation {
  const { body, responses, errors, responseHeaders, pathParameters, optionParameters, paging } = operation;
  return {
    ...operation,
    pathParameters: pathParameters.map((parameter) => ({ ...parameter, schema: input(parameter.schema) })),
    optionParameters: optionParameters.map((parameter) => ({ ...parameter, schema: input(parameter.schema) })),
    ...(body && { body: { ...body, content: { ...body.content, schema: input(body.content.schema) } } }),
    responses: responses.map((response) => ({
      ...response,
      ...(response.content && { content: { ...response.content, schema: output(response.content.schema) } }),
    })),
    errors: errors.map((error) => ({ ...error, ...(error.schema && { schema: output(error.schema) }) })),
    responseHeaders: responseHeaders.map((header) => ({ ...header, schema: output(header.schema) })),
    ...(paging && { paging: { ...paging, item: output(paging.item) } }),
  };
}

/**
 * Removes the properties of one direction and points references to the matching form. Returns the same object if
 * nothing changes.
 */
function formOf(schema: Schema, dropped: "read" | "write", rename: (name: string) => string): Schema {
  const form = (part: Schema): Schema => formOf(part, dropped, rename);
  switch (schema.kind) {
    case "reference": {
      const name = rename(schema.name);
      return name === schema.name ? schema : { ...schema, name };
    }
    case "array":
      return replaceFields(schema, { items: form(schema.items) });
    case "tuple":
      return replaceFields(schema, { prefix: mapItems(schema.prefix, form), rest: form(schema.rest) });
    case "object": {
      const kept = schema.properties.filter(({ access }) => access !== dropped);
      const properties = kept.length === schema.properties.length ? schema.properties : kept;
      return replaceFields(schema, {
        properties: mapItems(properties, (each) => replaceFields(each, { schema: form(each.schema) })),
        ...(schema.patterns && {
          patterns: mapItems(schema.patterns, (each) => replaceFields(each, { schema: form(each.schema) })),
        }),
        ...(schema.additional && { additional: form(schema.additional) }),
        ...(isEmptied(schema, kept) && { isEmptied: true as const }),
      });
    }
    case "intersection":
      return replaceFields(schema, { members: mapItems(schema.members, form) });
    case "union": {
      const { discriminator } = schema;
      if (discriminator === undefined) return replaceFields(schema, { members: mapItems(schema.members, form) });
      const mapping = discriminator.mapping.map(([value, member]) => [value, form(member)] as const);
      return { ...schema, members: mapItems(schema.members, form), discriminator: { ...discriminator, mapping } };
    }
    default:
      return schema;
  }
}

/** Returns true if an object has lost all of its properties and does not allow others. */
function isEmptied({ properties, patterns, additional }: ObjectSchema, kept: readonly Property[]): boolean {
  return properties.length > 0 && kept.length === 0 && patterns === undefined && additional === undefined;
}

/** Replaces some fields of an object. Returns the same object if nothing changes. */
function replaceFields<Target extends object>(target: Target, fields: Partial<Target>): Target {
  for (const key in fields) if (fields[key] !== target[key]) return { ...target, ...fields };
  return target;
}

/** Maps a list. Returns the same list if nothing changes. */
function mapItems<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const results = items.map(change);
  return results.every((result, index) => result === items[index]) ? items : results;
}

/**
 * Names of the schemas that need two forms: those with `readOnly` or `writeOnly` properties, and those that reference
 * one.
 */
function splitNames(schemas: readonly NamedSchema[]): ReadonlySet<string> {
  const split = new Set(schemas.filter(({ schema }) => hasOneWayProperty(schema)).map(({ name }) => name));
  if (split.size === 0) return split;
  const uses = schemas.map(({ name, schema }) => ({ name, used: namesIn(schema) }));
  for (let size = -1; size < split.size; ) {
    size = split.size;
    for (const { name, used } of uses) if (used.some((each) => split.has(each))) split.add(name);
  }
  return split;
}

/** Maps each schema that needs two forms and is sent to the name of its input form. */
function inputNames({ schemas, groups }: Model, split: ReadonlySet<string>): ReadonlyMap<string, string> {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  const sent = new Set(groups.flatMap(({ operations }) => operations.flatMap(sentSchemas)).flatMap(namesIn));
  for (const name of sent) for (const used of namesIn(byName.get(name) ?? { kind: "unknown" })) sent.add(used);
  return new Map([...sent].filter((name) => split.has(name)).map((name) => [name, freeName(`${name}Input`, byName)]));
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  return taken.has(name) ? freeName(`${name}Form`, taken) : name;
}

function sentSchemas({ body, pathParameters, optionParameters }: Operation): readonly Schema[] {
  return [body?.content ?? [], pathParameters, optionParameters].flat().map(({ schema }) => schema);
}

/** Returns true if an inline schema of an operation has a `readOnly` or `writeOnly` property. */
function hasOwnSplit(operation: Operation): boolean {
  const results = operation.responses.flatMap(({ content }) => content?.schema ?? []);
  const errors = operation.errors.flatMap(({ schema }) => schema ?? []);
  return [...sentSchemas(operation), ...results, ...errors].some(hasOneWayProperty);
}

function hasOneWayProperty(schema: Schema): boolean {
  const isMarked = schema.kind === "object" && schema.properties.some(({ access }) => access !== undefined);
  return isMarked || childSchemas(schema).some(hasOneWayProperty);
}

function namesIn(schema: Schema): readonly string[] {
  return schema.kind === "reference" ? [schema.name] : childSchemas(schema).flatMap(namesIn);
}
