import { ApiError, RequestValidationError } from "../../errors/index.js";
import type { Order } from "../../generated/aps/types.js";
import type { Fields } from "./comparison.js";
import { readDate, type WrittenDate } from "./platform-time.js";

/** An order as the platform shows it, with fields that the document does not know. */
export interface ShownOrder {
  readonly order: Order;
  /** The same, to read any field of it. */
  readonly fields: Fields;
  /** ID of the order, under either of its names; `undefined` where it shows none. */
  readonly id: string | undefined;
  /** `undefined` where the order shows no date, or none that can be read. */
  readonly created: WrittenDate | undefined;
}

/** One page of the list of orders. */
export interface OrderPage {
  readonly orders: readonly ShownOrder[];
  /** Number of all orders by `Content-Range`; `undefined` without it. */
  readonly total: number | undefined;
  /** The response comes from a cache, as its header `Age` says, and may lack new orders. */
  readonly isCached: boolean;
}

/** Which orders of the list a page is asked for. */
export interface PageQuery {
  /** Account that the platform is to filter by. @defaultValue orders of every account */
  readonly accountId?: string | undefined;
  /** Number of the first order, from 0. */
  readonly start: number;
}

/** Pages of the list of orders, the newest first. */
export interface OrderPages {
  /** Every order that any page held, each once, as it was shown last. */
  readonly seen: readonly ShownOrder[];
  /** Reads a page. */
  page(query: PageQuery): Promise<OrderPage>;
}

/** Orders asked for at once. */
export const PAGE_SIZE = 100;

/** Reads what deciding needs of an order. */
export function readOrder(order: Order): ShownOrder {
  const fields: Fields = { ...order };
  const id: unknown = order.orderId ?? order.id ?? undefined;
  const isId = (typeof id === "string" && id !== "") || typeof id === "number";
  return { order, fields, id: isId ? String(id) : undefined, created: readDate(order.creationDate) };
}

/** States that the platform does not take a query: it does not know a property, or fails on it. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && refusals.has(error.status);
}

const refusals: ReadonlySet<number> = new Set([400, 405, 414, 422, 500, 501]);

/** States that something cannot be read by its ID: the platform refuses it, or the ID cannot be a part of an address. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof ApiError || error instanceof RequestValidationError;
}
