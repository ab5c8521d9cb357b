import { pointerPath } from "../load/pointer.js";
import { operationsOf } from "../validate/item-operations.js";
import type {
  OpenApiDocument,
  PathItem,
  Reference,
  Schema as SchemaObject,
  SchemaOrBoolean,
  SecurityScheme,
} from "../validate/openapi.js";
import { counting, readsSiblings } from "../validate/siblings.js";
import { ClassHierarchy } from "../validate/superclass.js";
import { clientName, groupClassName, neededDescriptors } from "./class-names.js";
import { docsOf } from "./docs.js";
import { splitForms } from "./forms.js";
import { groupNames } from "./group-names.js";
import { nameInlineTypes } from "./inline-types.js";
import type { Client, Group, Model, NamedSchema, Operation } from "./model.js";
import { nameOperations, type PlacedOperation } from "./operation-names.js";
import { type Surroundings, settleOperations } from "./operations.js";
import { present } from "./present.js";
import { type SchemaSurroundings, type SettleSchema, settleSchema } from "./schema.js";
import { nameSchemas, type SchemaNames } from "./schema-names.js";
import { settleServer } from "./servers.js";
import { settleTypeIds, type TypedSchema } from "./type-ids.js";
import { settleWebhooks } from "./webhooks.js";

export { sentTemplate } from "../validate/path-template.js";
export { datedNames, holdsDates } from "./dates.js";
export { isStreamed } from "./media.js";
export type * from "./model.js";
export { byText, camelCase, className, kebabCase, numbered } from "./names.js";
export { defaultExplode, defaultStyles } from "./parameters.js";

/** What the model needs to know beside the document. */
export interface ModelOptions {
  /** Base name of the document. */
  readonly source: string;
  /** Whether an enum takes values that it does not list. @defaultValue "open" */
  readonly enums?: "open" | "closed";
  /** What text of the format `date-time` is to a program. @defaultValue "text" */
  readonly dates?: "text" | "Date";
}

/** Settles an accepted document. Names, references and defaults cannot fail here: `validate` has refused what would. */
export function buildModel(document: OpenApiDocument, { source, enums = "open", dates = "text" }: ModelOptions): Model {
  const resolve = resolverOf(document);
  const names = nameSchemas(document);
  const follow = ($ref: string): SchemaOrBoolean => resolve<SchemaObject>({ $ref });
  const hierarchy = new ClassHierarchy(follow);
  const surroundings = {
    nameOf: names.nameOf,
    follow,
    hierarchy,
    readsSiblings: readsSiblings(document),
    enums,
    dates,
  };
  const settle: SettleSchema = (source) => settleSchema(source, surroundings);
  const placed = placedOperations(document, resolve);
  const groupOf = groupNames(placed.map(({ operation }) => operation));
  const operations = nameOperations(placed, {
    isNeeded: neededDescriptors(names.all),
    groupOf: ({ tags }) => groupOf(tags?.[0]),
  });
  const groups = groupsOf(settleOperations({ operations, resolve, nameOf: names.nameOf, settle }), {
    docsOf: (group) => docsOf(document.tags?.find((tag) => groupOf(tag.name) === group) ?? {}),
    types: names.all,
  });
  const client = clientOf(document, { types: names.all, groups, resolve });
  const taken = new Set([...names.all, ...groups.map((group) => group.className), `${client.name}Api`]);
  const webhooks = settleWebhooks(document, { resolve, settle, taken });
  const schemas = schemasOf(document, names, surroundings);
  const typeIds = settleTypeIds(typedSchemas(document, names, surroundings));
  return nameInlineTypes(splitForms({ source, client, groups, webhooks, schemas, typeIds }));
}

function placedOperations(document: OpenApiDocument, resolve: Surroundings["resolve"]): readonly PlacedOperation[] {
  const paths = Object.entries(document.paths ?? {}).filter(([path]) => !path.startsWith("x-"));
  return paths.flatMap(([path, entry]) => {
    const { $ref, ...own } = entry;
    const item: PathItem = $ref === undefined ? entry : { ...resolve<PathItem>({ $ref }), ...own };
    return operationsOf(item).map(({ method, operation }) => ({ place: { path, item, method }, operation }));
  });
}

interface ClientSurroundings {
  readonly types: ReadonlySet<string>;
  readonly groups: readonly Group[];
  readonly resolve: Surroundings["resolve"];
}

function clientOf(document: OpenApiDocument, { types, groups, resolve }: ClientSurroundings): Client {
  const taken = new Set([...types, ...groups.map((group) => group.className)]);
  return {
    name: clientName(document["x-client-name"] ?? document.info.title, taken),
    docs: docsOf(document.info),
    servers: (document.servers ?? []).map(settleServer),
    security: Object.values(document.components?.securitySchemes ?? {})
      .map((scheme) => resolve<SecurityScheme>(scheme))
      .filter((scheme) => scheme.scheme?.toLowerCase() !== "oauth")
      .map(({ type, in: place, name, scheme }) => ({ type, ...present({ in: place, name, scheme }) })),
  };
}

interface GroupOptions {
  readonly docsOf: (group: string) => Group["docs"];
  readonly types: ReadonlySet<string>;
}

/** Operations by the first half of their public names, in the order in which the document first uses each. */
function groupsOf(operations: readonly Operation[], { docsOf, types }: GroupOptions): readonly Group[] {
  const members = new Map<string, Operation[]>();
  for (const operation of operations) {
    const others = members.get(operation.group);
    if (others === undefined) members.set(operation.group, [operation]);
    else others.push(operation);
  }
  return [...members].map(([name, operations]) => ({
    name,
    className: groupClassName(name, types),
    docs: docsOf(name),
    operations,
  }));
}

/** Components, and after them what had to be lifted out of other places because something refers to it. */
function schemasOf(
  document: OpenApiDocument,
  { nameOf, sourceOf, lifted }: SchemaNames,
  surroundings: SchemaSurroundings,
): readonly NamedSchema[] {
  const settle = (name: string, source: SchemaOrBoolean): NamedSchema => {
    return { name, docs: documentedBy(counting(source, surroundings)), schema: settleSchema(source, surroundings) };
  };
  const components = Object.entries(document.components?.schemas ?? {}).map(([key, source]) =>
    settle(nameOf(key), sourceOf(key, source)),
  );
  return [...components, ...Array.from(lifted(), ([name, source]) => settle(name, source))];
}

/** The components that have type ids. `validate` has shown that they are texts. */
function typedSchemas(
  document: OpenApiDocument,
  { nameOf, sourceOf }: SchemaNames,
  surroundings: SchemaSurroundings,
): readonly TypedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([key, component]) => {
    const source = counting(sourceOf(key, component), surroundings);
    const given = typeof source === "boolean" ? undefined : source["x-rql-type"];
    return given === undefined ? [] : [{ name: nameOf(key), ids: [given].flat().map(String) }];
  });
}

function documentedBy(source: SchemaOrBoolean): NamedSchema["docs"] {
  return typeof source === "boolean" ? { deprecated: false } : docsOf(source);
}

/** Follows references within the document; `validate` has shown that each leads somewhere and none in a circle. */
function resolverOf(document: OpenApiDocument): Surroundings["resolve"] {
  return function resolve<Target extends object>(source: Target | Reference): Target {
    if (!isReference(source)) return source;
    const target = (pointerPath(source.$ref) ?? []).reduce<unknown>(member, document);
    return resolve(target as Target | Reference);
  };
}

/** A schema may be `true` or `false`, which refer to nothing. */
function isReference(source: object | boolean): source is Reference {
  return typeof source === "object" && "$ref" in source;
}

function member(parent: unknown, key: string): unknown {
  return (parent as { readonly [key: string]: unknown })[key];
}
