import type { Position } from "../findings.js";
import type { JsonPath } from "../json/index.js";

/** Fault of a document, before its position in the text is looked up. */
export interface Problem {
  readonly path: JsonPath;
  /** Where it is, for what has no path: in a file that could not be parsed. */
  readonly position?: Position;
  readonly message: string;
  readonly hint?: string;
  /** Where that stands with which this is in conflict. */
  readonly first?: JsonPath;
}

/** Yields a problem for each item whose key an earlier item has; `describe` says what is double. */
export function* duplicates<Item extends { readonly path: JsonPath }>(
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
