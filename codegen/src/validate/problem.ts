import type { Position } from "../findings.js";
import type { JsonPath } from "../json/index.js";

/** Problem in a document, before its position in the text is known. */
export interface Problem {
  readonly path: JsonPath;
  /** Position of a problem without a path: in a file that could not be parsed. */
  readonly position?: Position;
  readonly message: string;
  readonly hint?: string;
  /** Path of an earlier item that this one conflicts with. */
  readonly first?: JsonPath;
}

/** Yields a problem for each item with the same key as an earlier one. `describe` describes the conflict. */
export function* findDuplicates<Item extends { readonly path: JsonPath }>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  describe: (item: Item, first: Item) => Omit<Problem, "path" | "first">,
): Generator<Problem> {
  const firsts = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else yield { path: item.path, first: first.path, ...describe(item, first) };
  }
}
