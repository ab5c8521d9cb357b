// Generated from responses.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { type ListOrdersHeaders, listOrders, type ReplaceOrderHeaders, replaceOrder } from "../operations/orders.js";
import type { Order } from "../types.js";

export class Orders extends OperationGroup {
  /**
   * Orders, with what the headers say of them.
   *
   * `GET /orders`
   *
   * @throws ApiError 404: There is no such list.
   * @throws ApiError 4XX: Refused.
   * The body says why.
   * @throws ApiError: Something went wrong.
   */
  list(options?: CallOptions): Call<Order[], ListOrdersHeaders> {
    return this.core.call(listOrders, {}, options);
  }

  /**
   * `PUT /orders/{id}`
   *
   * @throws ApiError 409: Changed in the meantime.
   * @throws ApiError: Refused.
   * The body says why.
   */
  replace(id: string, options?: CallOptions): Call<Order | undefined, ReplaceOrderHeaders> {
    return this.core.call(replaceOrder, { id }, options);
  }
}
