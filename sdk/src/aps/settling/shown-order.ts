import { ApiError, RequestValidationError } from "../../errors/index.js";
import type { Order } from "../../generated/aps/types.js";
import type { Fields } from "./comparison.js";
import { readDate, type WrittenDate } from "./platform-time.js";

/** Order as the platform shows it, including fields that the document does not know. */
export interface ShownOrder {
  readonly order: Order;
  /** The same order, for access to any field. */
  readonly fields: Fields;
  /** ID of the order, under either of its names; `undefined` if it shows none. */
  readonly id: string | undefined;
  /** Creation date; `undefined` if the order shows no date, or an unreadable one. */
  readonly created: WrittenDate | undefined;
}

/** Page of the list of orders. */
export interface OrderPage {
  readonly orders: readonly ShownOrder[];
  /** Total number of orders according to `Content-Range`; `undefined` without this header. */
  readonly total: number | undefined;
  /** True if the response comes from a cache, according to its header `Age`, and may lack new orders. */
  readonly isCached: boolean;
}

/** Query for a page of orders. */
export interface PageQuery {
  /** Account to filter by. @defaultValue orders of every account */
  readonly accountId?: string | undefined;
  /** Index of the first order, from 0. */
  readonly start: number;
}

/** Pages of the list of orders, newest first. */
export interface OrderPages {
  /** All orders of all pages read so far, without duplicates, in their latest state. */
  readonly orders: readonly ShownOrder[];
  /** Reads a page. */
  page(query: PageQuery): Promise<OrderPage>;
}

/** Number of orders in a page. */
export const PAGE_SIZE = 100;

/** Reads the ID and the date of an order. */
export function readOrder(order: Order): ShownOrder {
  const fields: Fields = { ...order };
  const id: unknown = order.orderId ?? order.id ?? undefined;
  const isId = (typeof id === "string" && id !== "") || typeof id === "number";
  return { order, fields, id: isId ? String(id) : undefined, created: readDate(order.creationDate) };
}

/** Returns true if the platform rejected a query: it does not know a property, or fails on it. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && refusals.has(error.status);
}

const refusals: ReadonlySet<number> = new Set([400, 405, 414, 422, 500, 501]);

/** Returns true if an object cannot be read by its ID: the platform refuses it, or the ID cannot be part of a URL. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ApiError || error instanceof RequestValidationError;
}
