import type { OutgoingResponse } from "../http-server.js";
import type { Json, JsonObject } from "../json.js";
import type { RoutedCall } from "../router.js";
import { apsResponse } from "./bus-response.js";
import { type ListQuery, parseListQuery, type SortKey } from "./list-query.js";
import { type FollowLink, followNothing, pick, valuesAt } from "./property-path.js";

/**
 * Responds to a list request: filters, sorts and slices the items, and returns the selected properties.
 *
 * @param unselected Returns the visible part of an item if the query selects nothing.
 * @param follow Returns the resource behind a link, for conditions, sorting and selection.
 */
export function respondWithList<T extends JsonObject>(
  items: readonly T[],
  call: RoutedCall,
  unselected: (item: T) => JsonObject,
  follow: FollowLink = followNothing,
): OutgoingResponse {
  const query = parseListQuery(call.query, follow);
  const found = items.filter(query.isWanted).sort(createComparison(query.sort, follow));
  const page = found.slice(query.start, query.start + query.count);
  const body = page.map((item) => (query.select ? pick(item, query.select, follow) : unselected(item)));
  if (call.header("aps-skip-content-range") !== undefined) return apsResponse(200, body);
  return apsResponse(page.length < found.length ? 206 : 200, body, {
    "Content-Range": formatContentRange(query, page, found),
  });
}

/** First and last index start at zero. An empty page has neither, so RFC 9110 section 14.4 uses `*`. */
function formatContentRange({ start }: ListQuery, page: readonly unknown[], found: readonly unknown[]): string {
  const range = page.length === 0 ? "*" : `${start}-${start + page.length - 1}`;
  return `items ${range}/${found.length}`;
}

function createComparison(
  keys: readonly SortKey[],
  follow: FollowLink,
): (left: JsonObject, right: JsonObject) => number {
  return (left, right) => {
    for (const { path, descending } of keys) {
      const order = compareKeys(valuesAt(left, path, follow)[0], valuesAt(right, path, follow)[0]);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

/** Compares numbers by value and everything else as text. Missing values and `null` come last in ascending order. */
function compareKeys(left: Json = null, right: Json = null): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left) < String(right) ? -1 : 1;
}
