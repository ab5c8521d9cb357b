import { type Kind, kinds, objects } from "./objects.js";

/** Fields by their names, in the language of `objects.ts`. */
export type Table = { readonly [name: string]: string };

/** Value of a field: one item, a list or a map of them. */
export interface Held {
  readonly holds: "one" | "list" | "map";
  /** Whether names of a map that begin with `x-` are extensions. */
  readonly isExtensible: boolean;
  /** What each item is: `text`, `schema`, or `list of scope` for lists in a map. */
  readonly item: string;
  /** Kind of the items, if they are objects that are checked by themselves. */
  readonly kind: Kind | undefined;
}

/** Field of an object, as its table describes it. */
export interface Field extends Held {
  readonly name: string;
  readonly isRequired: boolean;
}

/** Fields of a table, in its order. */
export function readTable(table: Table): readonly Field[] {
  return Object.entries(table).map(([name, text]) => {
    return { name, isRequired: !text.endsWith("?"), ...readHeld(text.replace(/\?$/, "")) };
  });
}

/** Reads what a field holds: `list of text`. */
export function readHeld(text: string): Held {
  const [, extensible, holds, item = text] = /^(extensible )?(list|map) of (.*)$/.exec(text) ?? [];
  return {
    holds: holds === "list" || holds === "map" ? holds : "one",
    isExtensible: extensible !== undefined,
    item,
    kind: kinds.find((kind) => kind === item),
  };
}

/** Name of each kind of object in messages. */
export const nameOf = byKind((kind): string => objects[kind].name);

/** Whether a `$ref` may stand in the place of an object of each kind. */
export const mayBeReference = byKind((kind) => "mayBeReference" in objects[kind]);

/** Whether `true` or `false` may stand in the place of an object of each kind. */
export const mayBeBoolean = byKind((kind) => "mayBeBoolean" in objects[kind]);

/** A value for each kind of object. */
export function byKind<Value>(create: (kind: Kind) => Value): { readonly [K in Kind]: Value } {
  return Object.fromEntries(kinds.map((kind) => [kind, create(kind)])) as { [K in Kind]: Value };
}
