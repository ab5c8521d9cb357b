import { code, type Declaration, GLOBAL, identifier } from "../code/index.js";
import { className, type Group, kebabCase, type Model, numbered, type Operation, type Schema } from "../model/index.js";
import { camelCase } from "../openapi/index.js";

/** Files of a generated client, below its output folder. */
export const modules = {
  types: "types.ts",
  schemas: "schemas.ts",
  zod: "zod.ts",
  operations: "operations.ts",
  operationsOf: ({ group }: Pick<Operation, "group">): string => `operations/${kebabCase(group)}.ts`,
  client: "client.ts",
  webhooks: "webhooks.ts",
  typeIds: "type-ids.ts",
  index: "index.ts",
  group: (group: Pick<Group, "name">): string => `groups/${kebabCase(group.name)}.ts`,
} as const;

/** The type of a schema. */
export function typeDeclaration(name: string): Declaration {
  return { name: identifier(name), module: modules.types, kind: "type" };
}

/** The zod schema of a schema. */
export function schemaDeclaration(name: string): Declaration {
  return { name: identifier(`${camelCase(name)}Schema`), module: modules.schemas, kind: "value" };
}

/** The descriptor of an operation. */
export function operationDeclaration(operation: Operation): Declaration {
  return { name: identifier(operation.id), module: modules.operationsOf(operation), kind: "value" };
}

/** The headers that come with an operation's success. */
export function headersDeclaration(operation: Operation): Declaration {
  const name = identifier(`${className(operation.id)}Headers`);
  return { name, module: modules.operationsOf(operation), kind: "type" };
}

/** The class of an operation group. */
export function groupDeclaration(group: Group): Declaration {
  return { name: identifier(group.className), module: modules.group(group), kind: "value" };
}

/** Where generated code finds what it runs on. */
export interface Specifiers {
  /** The run-time: a package, or a path relative to the output folder. */
  readonly runtime: string;
  /** zod, in the flavour that was asked for. */
  readonly zod: string;
  /** What the client exports: under such a name, nothing of the run-time can be imported. */
  readonly exported: ReadonlySet<string>;
  /** Names of the schemas whose values hold a `Date`. */
  readonly dated: ReadonlySet<string>;
  /** Schemas that stand in an operation alone, by their names: they are written there. */
  readonly inPlace: ReadonlyMap<string, Schema>;
}

/** The schemas that a document writes out in an operation. */
export function schemasInPlace({ schemas }: Model): ReadonlyMap<string, Schema> {
  return new Map(schemas.flatMap(({ name, place, schema }) => (place === undefined ? [] : [[name, schema]])));
}

/** The names of types and classes that a client exports. */
export function exportedNames({ client, groups, schemas, webhooks }: Model): ReadonlySet<string> {
  const names = [...schemas.map(({ name }) => name), ...groups.map((group) => group.className), `${client.name}Api`];
  return new Set([...names, ...webhooks.map(({ payloadName }) => payloadName)]);
}

/** What the run-time exports; `List` is imported as `RuntimeList` where the document has a schema of that name. */
export function runtimeDeclaration(
  name: string,
  kind: Declaration["kind"],
  { runtime, exported }: Specifiers,
): Declaration {
  if (!exported.has(name)) return { name: identifier(name), module: runtime, kind };
  const alias = numbered(`Runtime${name}`, (candidate) => exported.has(candidate));
  return { name: identifier(alias), original: identifier(name), module: runtime, kind };
}

/** The map from type ids to types; `TypesById2` where the document has a schema of that name. */
export function typesByIdDeclaration({ exported }: Specifiers): Declaration {
  const name = numbered("TypesById", (candidate) => exported.has(candidate));
  return { name: identifier(name), module: modules.typeIds, kind: "type" };
}

/** The map from type ids to schemas. */
export const schemasByIdDeclaration: Declaration = {
  name: code`schemasById`,
  module: modules.typeIds,
  kind: "value",
};

/** What the language or the platform declares; where the document has a type of that name, it is `globalThis.Date`. */
export function globalDeclaration(name: "Blob" | "Date" | "RegExp", { exported }: Specifiers): Declaration {
  const isHidden = exported.has(name);
  return { name: isHidden ? code`globalThis.${identifier(name)}` : identifier(name), module: GLOBAL, kind: "type" };
}

/** zod itself, as a namespace, so that a bundler drops what is not used. */
export function zodDeclaration({ zod }: Specifiers): Declaration {
  return { name: code`z`, module: zod, kind: "value", namespace: true };
}

/** The client's own view of zod's builders. */
export const buildersDeclaration: Declaration = { name: code`z`, module: modules.zod, kind: "value", namespace: true };
