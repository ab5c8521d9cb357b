import type { OpenApiDocument, Reference, SchemaOrBoolean } from "../validate/openapi.js";
import { pointerPath } from "../validate/pointer.js";
import { docsOf } from "./docs.js";
import type { Client, Group, Model, NamedSchema, Operation } from "./model.js";
import { camelCase, className, typeName } from "./names.js";
import { type Surroundings, settleOperations } from "./operations.js";
import { type NameReference, settleSchema } from "./schema.js";

export type * from "./model.js";

/** What the model needs to know beside the document. */
export interface ModelOptions {
  /** Base name of the document. */
  readonly source: string;
}

/** Settles an accepted document. Names, references and defaults cannot fail here: `validate` has refused what would. */
export function buildModel(document: OpenApiDocument, { source }: ModelOptions): Model {
  const surroundings: Surroundings = { document, resolve: resolverOf(document), nameOf: componentName };
  return {
    source,
    client: clientOf(document),
    groups: groupsOf(settleOperations(surroundings), document),
    schemas: schemasOf(document, componentName),
  };
}

function clientOf(document: OpenApiDocument): Client {
  return { name: document["x-client-name"] ?? typeName(document.info.title), docs: docsOf(document.info) };
}

/** Operations by the first half of their public names, in the order in which the document first uses each. */
function groupsOf(operations: readonly Operation[], document: OpenApiDocument): readonly Group[] {
  const names = [...new Set(operations.map((operation) => operation.group))];
  return names.map((name) => ({
    name,
    className: className(name),
    docs: docsOf(document.tags?.find((tag) => camelCase(typeName(tag.name)) === name) ?? {}),
    operations: operations.filter((operation) => operation.group === name),
  }));
}

function schemasOf(document: OpenApiDocument, nameOf: NameReference): readonly NamedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([key, source]) => ({
    name: typeName(key),
    docs: documentedBy(source),
    schema: settleSchema(source, nameOf),
  }));
}

function documentedBy(source: SchemaOrBoolean): NamedSchema["docs"] {
  return typeof source === "boolean" ? { deprecated: false } : docsOf(source);
}

/** `#/components/schemas/Order`, or a discriminator's bare `Order`. */
function componentName(reference: string): string {
  return typeName(pointerPath(reference)?.at(-1) ?? reference);
}

/** Follows references within the document; `validate` has shown that each leads somewhere and none in a circle. */
function resolverOf(document: OpenApiDocument): Surroundings["resolve"] {
  return function resolve<Target extends object>(source: Target | Reference): Target {
    if (!isReference(source)) return source;
    const target = (pointerPath(source.$ref) ?? []).reduce<unknown>(member, document);
    return resolve(target as Target | Reference);
  };
}

function isReference(source: object): source is Reference {
  return "$ref" in source;
}

function member(parent: unknown, key: string): unknown {
  return (parent as { readonly [key: string]: unknown })[key];
}
