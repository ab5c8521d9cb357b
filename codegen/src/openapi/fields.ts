import { type Kind, kinds, objects } from "./objects.js";

/** Fields by name, in the notation of `objects.ts`. */
export type Table = { readonly [name: string]: string };

/** Value of a field: a single item, or a list or map of items. */
export interface Held {
  readonly holds: "one" | "list" | "map";
  /** True if map keys that start with `x-` are extensions. */
  readonly isExtensible: boolean;
  /** Type of each item: `text`, `schema`, or `list of scope` for lists in a map. */
  readonly item: string;
  /** Kind of the items, if they are objects that are validated separately. */
  readonly kind: Kind | undefined;
}

/** Field of an object, as described in its table. */
export interface Field extends Held {
  readonly name: string;
  readonly isRequired: boolean;
}

/** Reads the fields of a table, in order. */
export function readTable(table: Table): readonly Field[] {
  return Object.entries(table).map(([name, text]) => {
    return { name, isRequired: !text.endsWith("?"), ...readHeld(text.replace(/\?$/, "")) };
  });
}

/** Parses the type of a field, such as `list of text`. */
export function readHeld(text: string): Held {
  const [, extensible, holds, item = text] = /^(extensible )?(list|map) of (.*)$/.exec(text) ?? [];
  return {
    holds: holds === "list" || holds === "map" ? holds : "one",
    isExtensible: extensible !== undefined,
    item,
    kind: kinds.find((kind) => kind === item),
  };
}

/** Name of each kind of object, for messages. */
export const nameOf = byKind((kind): string => objects[kind].name);

/** Kinds of objects that a `$ref` may replace. */
export const mayBeReference = byKind((kind) => "mayBeReference" in objects[kind]);

/** Kinds of objects that `true` or `false` may replace. */
export const mayBeBoolean = byKind((kind) => "mayBeBoolean" in objects[kind]);

/** Creates a record with a value for each kind of object. */
export function byKind<Value>(create: (kind: Kind) => Value): { readonly [K in Kind]: Value } {
  return Object.fromEntries(kinds.map((kind) => [kind, create(kind)])) as { [K in Kind]: Value };
}
