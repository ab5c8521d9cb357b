import { present } from "../json/index.js";
import type { Kind, ObjectOf, Reference, References, Schema as SchemaObject } from "../openapi/index.js";
import {
  type AcceptedDocument,
  ClassHierarchy,
  dropIgnoredKeywords,
  type FollowSchema,
  type OpenApiDocument,
  operationsOf,
  type PathItem,
  readsSiblings,
  type SchemaOrBoolean,
} from "../openapi/index.js";
import { clientName, createNameCheck, groupClassName } from "./class-names.js";
import type { ContentContext, ConvertSchema, Follow } from "./context.js";
import { docsOf } from "./docs.js";
import { splitForms } from "./forms.js";
import { groupNames } from "./group-names.js";
import { nameInlineTypes } from "./inline-types.js";
import type { Client, Group, Model, NamedSchema, Operation, Schema } from "./model.js";
import { type LocatedOperation, nameOperations } from "./operation-names.js";
import { convertOperations } from "./operations.js";
import { convertSchema, type SchemaContext } from "./schema.js";
import { nameSchemas, type SchemaNames } from "./schema-names.js";
import { convertServer } from "./servers.js";
import { buildReaderShapes } from "./shapes.js";
import { collectTypeIds, type TypedSchema } from "./type-ids.js";
import { convertWebhooks } from "./webhooks.js";

export { childSchemas } from "./child-schemas.js";
export { datedNames, holdsDates } from "./dates.js";
export { emptyObjectNames, isEmptyObject } from "./empty-objects.js";
export type * from "./model.js";
export { byText, className, kebabCase, numbered } from "./names.js";
export { defaultExplode, defaultStyles } from "./parameters.js";
export { nameSchemas, type SchemaNames } from "./schema-names.js";
export type { Subject } from "./subject.js";

/** Options for {@link buildModel}. */
export interface ModelOptions {
  /** Base name of the document. */
  readonly source: string;
  /** Set to `closed` to reject unlisted values of enums. @defaultValue "open" */
  readonly enums?: "open" | "closed";
  /** TypeScript type for text of the format `date-time`. @defaultValue "text" */
  readonly dates?: "text" | "Date";
}

/**
 * Builds the model of an accepted document. This cannot fail, because `validate` has rejected everything that would.
 */
export function buildModel(
  { root: document, references, schemaReferences }: AcceptedDocument,
  { source, enums = "open", dates = "text" }: ModelOptions,
): Model {
  const resolve = createFollower(references);
  const followSchema = createSchemaFollower(references);
  const names = nameSchemas(document, schemaReferences);
  const schemaContext: SchemaContext = {
    nameOf: names.nameOf,
    followSchema,
    hierarchy: new ClassHierarchy(followSchema),
    readsSiblings: readsSiblings(document),
    enums,
    dates,
  };
  const convert = createSchemaConverter(schemaContext);
  const content: ContentContext = { resolve, followSchema, convert };
  const placed = findOperations(document, resolve);
  const groupOf = groupNames(placed.map(({ operation }) => operation));
  const operations = nameOperations(placed, {
    isReserved: createNameCheck(names.all),
    groupOf: ({ tags }) => groupOf(tags?.[0]),
  });
  const groups = groupsOf(
    convertOperations({
      ...content,
      operations,
      nameOf: names.nameOf,
      defaultSafety: document["x-safety-default"],
    }),
    {
      docsOf: (group) => docsOf(document.tags?.find((tag) => groupOf(tag.name) === group) ?? {}),
      types: names.all,
    },
  );
  const client = clientOf(document, { types: names.all, groups, resolve });
  const taken = new Set([...names.all, ...groups.map((group) => group.className), `${client.name}Api`]);
  const webhooks = convertWebhooks(document, { ...content, taken });
  const schemas = schemasOf(document, names, schemaContext);
  const typeIds = collectTypeIds(typedSchemas(document, names, schemaContext));
  const readerShapes = buildReaderShapes(document, schemaContext);
  return nameInlineTypes(splitForms({ source, client, groups, webhooks, schemas, typeIds, readerShapes }));
}

function findOperations(document: OpenApiDocument, resolve: Follow): readonly LocatedOperation[] {
  const paths = Object.entries(document.paths ?? {}).filter(([path]) => !path.startsWith("x-"));
  return paths.flatMap(([path, entry]) => {
    const { $ref, ...own } = entry;
    const item: PathItem = $ref === undefined ? entry : { ...resolve("pathItem", { $ref }), ...own };
    return operationsOf(item).map(({ method, operation }) => ({ place: { path, item, method }, operation }));
  });
}

interface ClientContext {
  readonly types: ReadonlySet<string>;
  readonly groups: readonly Group[];
  readonly resolve: Follow;
}

function clientOf(document: OpenApiDocument, { types, groups, resolve }: ClientContext): Client {
  const taken = new Set([...types, ...groups.map((group) => group.className)]);
  return {
    name: clientName(document["x-client-name"] ?? document.info.title, taken),
    docs: docsOf(document.info),
    servers: (document.servers ?? []).map(convertServer),
    security: Object.values(document.components?.securitySchemes ?? {})
      .map((scheme) => resolve("securityScheme", scheme))
      .filter((scheme) => scheme.scheme?.toLowerCase() !== "oauth")
      .map(({ type, in: place, name, scheme }) => ({ type, ...present({ in: place, name, scheme }) })),
  };
}

interface GroupOptions {
  readonly docsOf: (group: string) => Group["docs"];
  readonly types: ReadonlySet<string>;
}

/** Groups of operations, in the order in which the document first uses each. */
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

/** Component schemas, followed by schemas lifted from other places because something refers to them. */
function schemasOf(
  document: OpenApiDocument,
  { nameOf, sourceOf, lifted }: SchemaNames,
  context: SchemaContext,
): readonly NamedSchema[] {
  const convert = (name: string, source: SchemaOrBoolean): NamedSchema => {
    return { name, docs: documentedBy(dropIgnoredKeywords(source, context)), schema: convertSchema(source, context) };
  };
  const components = Object.entries(document.components?.schemas ?? {}).map(([key, source]) =>
    convert(nameOf(key), sourceOf(key, source)),
  );
  return [...components, ...Array.from(lifted(), ([name, source]) => convert(name, source))];
}

/** Components with type ids. `validate` has checked that the ids are strings. */
function typedSchemas(
  document: OpenApiDocument,
  { nameOf, sourceOf }: SchemaNames,
  context: SchemaContext,
): readonly TypedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([key, component]) => {
    const source = dropIgnoredKeywords(sourceOf(key, component), context);
    const given = typeof source === "boolean" ? undefined : source["x-rql-type"];
    return given === undefined ? [] : [{ name: nameOf(key), ids: [given].flat().map(String) }];
  });
}

function documentedBy(source: SchemaOrBoolean): NamedSchema["docs"] {
  return typeof source === "boolean" ? { deprecated: false } : docsOf(source);
}

/** Resolves each schema once, because thousands of operations may share a few responses. */
function createSchemaConverter(context: SchemaContext): ConvertSchema {
  const converted = new Map<SchemaOrBoolean, Schema>();
  return (source) => {
    const schema = converted.get(source) ?? convertSchema(source, context);
    converted.set(source, schema);
    return schema;
  };
}

function createFollower(references: References): Follow {
  return <K extends Kind>(_: K, value: ObjectOf<K> | Reference) => references.follow(value) as ObjectOf<K>;
}

function createSchemaFollower(references: References): FollowSchema {
  return (schema) => {
    const target = references.follow(schema);
    return typeof target === "object" ? (target as SchemaObject) : undefined;
  };
}
