// Generated from paths.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { askOrder, postDrafts, postOrders, type ReadOrderHeaders, readOrder } from "../operations/orders.js";
import type { Order, OrderRecord } from "../types.js";

/** Options for `orders.readOrder`. */
export interface ReadOrderOptions extends CallOptions {
  fields?: string[] | undefined;
}

export class Orders extends OperationGroup {
  /** `POST /orders` */
  postOrders(body: Order, options?: CallOptions): Call<Order> {
    return this.core.call(postOrders, { body }, options);
  }

  /** `POST /drafts` */
  postDrafts(body: Order, options?: CallOptions): Call<Order> {
    return this.core.call(postDrafts, { body }, options);
  }

  /**
   * Reads an order.
   *
   * `GET /orders/{id}`
   *
   * @throws ApiError 404: What went wrong.
   */
  readOrder(id: string, options?: ReadOrderOptions): Call<OrderRecord, ReadOrderHeaders> {
    return this.core.call(readOrder, { id }, options);
  }

  /** `QUERY /orders/{id}` */
  askOrder(id: string, options?: CallOptions): Call<undefined> {
    return this.core.call(askOrder, { id }, options);
  }
}
