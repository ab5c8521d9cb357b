// Generated from files.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { createOrder, getOrder, listOrders, replaceOrder } from "../operations/orders.js";
import type {
  Id,
  MoneyCurrency,
  Order,
  OrderAllOf0,
  OrderAllOf1Lines,
  OrderAllOf1LinesItem,
  PositiveNumber,
} from "../types.js";

/** Options for `orders.getOrder`. */
export interface GetOrderOptions extends CallOptions {
  xTenant?: string | undefined;
  currency?: MoneyCurrency | undefined;
}

/** Options for `orders.listOrders`. */
export interface ListOrdersOptions extends CallOptions {
  currency?: MoneyCurrency | undefined;
  page?: PositiveNumber | undefined;
}

export class Orders extends OperationGroup {
  /** `GET /orders/{id}` */
  getOrder(id: Id, options?: GetOrderOptions): Call<Order> {
    return this.core.call(getOrder, { id }, options);
  }

  /** `PUT /orders/{id}` */
  replaceOrder(id: Id, body: Order, options?: CallOptions): Call<OrderAllOf1Lines> {
    return this.core.call(replaceOrder, { id, body }, options);
  }

  /** `GET /orders` */
  listOrders(options?: ListOrdersOptions): Call<Order | OrderAllOf0> {
    return this.core.call(listOrders, {}, options);
  }

  /** `POST /orders` */
  createOrder(body: Order, options?: CallOptions): Call<OrderAllOf1LinesItem | OrderAllOf1LinesItem[]> {
    return this.core.call(createOrder, { body }, options);
  }
}
