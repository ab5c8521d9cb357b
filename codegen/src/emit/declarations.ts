import { code, type Declaration, GLOBAL, identifier } from "../code/index.js";
import { className, type Group, kebabCase, type Model, numbered, type Operation, type Schema } from "../model/index.js";
import { camelCase } from "../openapi/index.js";

/** Files of a generated client, relative to its output folder. */
export const modules = {
  types: "types.ts",
  schemas: "schemas.ts",
  zod: "zod.ts",
  operations: "operations.ts",
  operationsOf: ({ group }: Pick<Operation, "group">): string => `operations/${kebabCase(group)}.ts`,
  client: "client.ts",
  webhooks: "webhooks.ts",
  typeIds: "type-ids.ts",
  shapes: "shapes.ts",
  index: "index.ts",
  group: (group: Pick<Group, "name">): string => `groups/${kebabCase(group.name)}.ts`,
} as const;

/** Type of a schema. */
export function typeDeclaration(name: string): Declaration {
  return { name: identifier(name), module: modules.types, kind: "type" };
}

/** Zod schema of a schema. */
export function schemaDeclaration(name: string): Declaration {
  return { name: identifier(`${camelCase(name)}Schema`), module: modules.schemas, kind: "value" };
}

/** Shape of a schema, for readers of XML. */
export function shapeDeclaration(name: string): Declaration {
  return { name: identifier(`${camelCase(name)}Shape`), module: modules.shapes, kind: "value" };
}

/** Descriptor of an operation. */
export function operationDeclaration(operation: Operation): Declaration {
  return { name: identifier(operation.id), module: modules.operationsOf(operation), kind: "value" };
}

/** Response headers of an operation's success. */
export function headersDeclaration(operation: Operation): Declaration {
  const name = identifier(`${className(operation.id)}Headers`);
  return { name, module: modules.operationsOf(operation), kind: "type" };
}

/** Class of an operation group. */
export function groupDeclaration(group: Group): Declaration {
  return { name: identifier(group.className), module: modules.group(group), kind: "value" };
}

/** Imports and names that emitters need. */
export interface Specifiers {
  /** Specifier of the runtime: a package, or a path relative to the output folder. */
  readonly runtime: string;
  /** Specifier of zod, in the requested build. */
  readonly zod: string;
  /** Names that the client exports. An import from the runtime with such a name needs an alias. */
  readonly exported: ReadonlySet<string>;
  /** Names of the schemas whose values contain a `Date`. */
  readonly dated: ReadonlySet<string>;
  /** Names of the schemas that describe an object without properties. */
  readonly emptyObjects: ReadonlySet<string>;
  /** Schemas that are defined inline in an operation, by name. Their code is written inline, too. */
  readonly inPlace: ReadonlyMap<string, Schema>;
}

/** Schemas that the document defines inline in an operation. */
export function schemasInPlace({ schemas }: Model): ReadonlyMap<string, Schema> {
  return new Map(schemas.flatMap(({ name, place, schema }) => (place === undefined ? [] : [[name, schema]])));
}

/** Names of the types and classes that a client exports. */
export function exportedNames({ client, groups, schemas, webhooks }: Model): ReadonlySet<string> {
  const names = [...schemas.map(({ name }) => name), ...groups.map((group) => group.className), `${client.name}Api`];
  return new Set([...names, ...webhooks.map(({ payloadName }) => payloadName)]);
}

/** Export of the runtime. `List` is imported as `RuntimeList` if the document has a schema of that name. */
export function runtimeDeclaration(
  name: string,
  kind: Declaration["kind"],
  { runtime, exported }: Specifiers,
): Declaration {
  if (!exported.has(name)) return { name: identifier(name), module: runtime, kind };
  const alias = numbered(`Runtime${name}`, (candidate) => exported.has(candidate));
  return { name: identifier(alias), original: identifier(name), module: runtime, kind };
}

/** Map from type ids to types. Called `TypesById2` if the document has a schema named `TypesById`. */
export function typesByIdDeclaration({ exported }: Specifiers): Declaration {
  const name = numbered("TypesById", (candidate) => exported.has(candidate));
  return { name: identifier(name), module: modules.typeIds, kind: "type" };
}

/** Map from type ids to schemas. */
export const schemasByIdDeclaration: Declaration = {
  name: code`schemasById`,
  module: modules.typeIds,
  kind: "value",
};

/** Declaration of the language or platform. Written as `globalThis.Date` if the document has a type of that name. */
export function globalDeclaration(name: "Blob" | "Date" | "RegExp", { exported }: Specifiers): Declaration {
  const isHidden = exported.has(name);
  return { name: isHidden ? code`globalThis.${identifier(name)}` : identifier(name), module: GLOBAL, kind: "type" };
}

/** The zod namespace. Bundlers can drop its unused members. */
export function zodDeclaration({ zod }: Specifiers): Declaration {
  return { name: code`z`, module: zod, kind: "value", namespace: true };
}

/** The client's own, narrower types of zod's builders. */
export const buildersDeclaration: Declaration = { name: code`z`, module: modules.zod, kind: "value", namespace: true };
