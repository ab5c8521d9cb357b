import {
  type FollowSchema,
  isSuccess,
  itemsOf,
  type Operation,
  type PagedResult,
  type Parameter,
  propertiesOf,
  type SchemaOrBoolean,
  type SchemaType,
  typesOf,
} from "../openapi/index.js";

/** Properties of an operation that reveal its paging. */
export interface PagingSource {
  readonly source: Operation;
  readonly httpMethod: string;
  readonly parameters: readonly Parameter[];
  /** Schema of the successful JSON response. */
  readonly result: SchemaOrBoolean | undefined;
  readonly follow: FollowSchema;
}

/**
 * Infers the paging of an operation from its names if the document does not describe it. Infers nothing in case of
 * doubt, because a wrong guess would silently lose items.
 */
export function inferPaging(operation: PagingSource): PagedResult | undefined {
  const { source, httpMethod } = operation;
  const successes = Object.keys(source.responses ?? {}).filter(isSuccess);
  if (httpMethod !== "GET" || source["x-rql"] !== undefined || successes.length !== 1) return undefined;
  const found = [offsetPages, numberedPages, cursorPages].flatMap((pages) => pages(operation) ?? []);
  const list = found.length === 1 ? listOf(operation) : undefined;
  return list && found[0] && { ...found[0], ...list };
}

function offsetPages(operation: PagingSource): PagedResult | undefined {
  const [offset, limit] = ["offset", "limit"].map((name) => parameterOf(operation, name, "integer"));
  return offset && limit && { style: "offset", offset: offset.name, limit: limit.name };
}

/** Names of parameters that set the page size. */
const pageSizes = ["per_page", "perPage", "page_size", "pageSize", "limit", "size"];

function numberedPages(operation: PagingSource): PagedResult | undefined {
  const page = parameterOf(operation, "page", "integer");
  const limit = pageSizes.flatMap((name) => parameterOf(operation, name, "integer") ?? []);
  // Pages are numbered from 1 as often as from 0, and the wrong number skips a page.
  const schema = operation.follow(page?.schema);
  const firstPage = schema?.default ?? schema?.minimum;
  if (page === undefined || limit[0] === undefined || (firstPage !== 0 && firstPage !== 1)) return undefined;
  return { style: "page", page: page.name, limit: limit[0].name, firstPage };
}

/** Query parameters, each with the response property that holds its next value. */
const cursors: readonly (readonly [parameter: string, next: string])[] = [
  ["cursor", "next_cursor"],
  ["cursor", "nextCursor"],
  ["page_token", "next_page_token"],
  ["pageToken", "nextPageToken"],
  ["next_token", "next_token"],
  ["nextToken", "nextToken"],
];

function cursorPages(operation: PagingSource): PagedResult | undefined {
  const [pair] = cursors.filter(([parameter]) => parameterOf(operation, parameter, "string") !== undefined);
  if (pair === undefined) return undefined;
  const properties = propertiesOf(operation.result, operation.follow);
  const [named] = cursors.filter(([parameter, next]) => {
    return parameter === pair[0] && isOnly("string", properties.get(next), operation.follow);
  });
  return named && { style: "cursor", cursor: named[0], next: named[1] };
}

function parameterOf({ parameters, follow }: PagingSource, name: string, type: SchemaType): Parameter | undefined {
  return parameters.find((each) => each.in === "query" && each.name === name && isOnly(type, each.schema, follow));
}

/** Location of the items: the response is a list, or an object with one list of objects among plain values. */
function listOf({ result, follow }: PagingSource): Pick<PagedResult, "items" | "total"> | undefined {
  if (itemsOf(result, follow) !== undefined) return { total: "content-range" };
  const properties = [...propertiesOf(result, follow)];
  const lists = properties.filter(([, schema]) => itemsOf(schema, follow) !== undefined);
  const [items] = lists[0] ?? [];
  const isAlone = properties.every(([name, schema]) => name === items || isPlain(schema, follow));
  // A name with a dot would be read as a path.
  if (items === undefined || items.includes(".") || !isAlone || !isObject(itemsOf(lists[0]?.[1], follow), follow)) {
    return undefined;
  }
  const total = totals.find((name) =>
    properties.some(([each, schema]) => each === name && isOnly("integer", schema, follow)),
  );
  return total === undefined ? { items } : { items, total };
}

/** Names of properties that count the items of all pages. Excludes `count`, which may count the items of one page. */
const totals = [
  "total",
  "total_count",
  "totalCount",
  "total_items",
  "totalItems",
  "total_results",
  "totalResults",
  "totalElements",
];

const plainTypes: ReadonlySet<SchemaType> = new Set(["string", "number", "integer", "boolean"]);

function isPlain(schema: SchemaOrBoolean, follow: FollowSchema): boolean {
  const types = [...typesOf(schema, follow)];
  return types.length > 0 && types.every((type) => plainTypes.has(type));
}

function isObject(schema: SchemaOrBoolean | undefined, follow: FollowSchema): boolean {
  return isOnly("object", schema, follow) || propertiesOf(schema, follow).size > 0;
}

function isOnly(type: SchemaType, schema: SchemaOrBoolean | undefined, follow: FollowSchema): boolean {
  const types = typesOf(schema, follow);
  return types.size === 1 && types.has(type);
}
