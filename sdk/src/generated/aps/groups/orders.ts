// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  type Selected,
} from "../../../runtime/index.js";
import { createOrder, estimateOrder, getOrder, listOrders } from "../operations/orders.js";
import type { Order, OrderEstimate, OrderRequest, PlacedOrder } from "../types.js";

/** What `orders.estimate` takes beside its arguments. */
export interface EstimateOrderOptions extends CallOptions {
  /** Whether taxes are part of the prices. Left out, the platform includes them. */
  includeTaxes?: boolean | undefined;
}

/** The order manager, which prices, places and tracks orders. */
export class Orders extends OperationGroup {
  /**
   * Lists orders.
   *
   * `like("orderNumber", "*SO000147")` finds an order by the number on its invoice. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/orders`
   *
   * @param rql What to list: operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Order, C>,
    options?: ListOptions,
  ): List<Selected<Order, C>> {
    return this.core.list(listOrders, {}, rql, options);
  }

  /**
   * Places an order.
   *
   * The answer names the order; provisioning goes on after it, for seconds or minutes. Follow it with
   * `orders.get`. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * There is no key that makes a repeated order harmless: a call that goes out twice is a second order. When the
   * outcome is not known, look the account's latest orders up before placing it again.
   *
   * `POST /aps/2/services/order-manager/orders`
   *
   * @throws ApiError: Refused or failed.
   */
  create(order: OrderRequest, options?: CallOptions): Call<PlacedOrder> {
    return this.core.call(createOrder, { body: order }, options);
  }

  /**
   * Reads an order.
   *
   * `provisioningStatus` becomes `COMPLETED` at the end of success. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/orders/{orderId}`
   *
   * @param orderId ID of the order, as `orders.create` answered it.
   * @throws ApiError: Refused or failed.
   */
  get(orderId: string, options?: CallOptions): Call<Order> {
    return this.core.call(getOrder, { orderId }, options);
  }

  /**
   * Prices an order without placing it.
   *
   * Takes what `orders.create` takes and changes nothing. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/orders/estimate`
   *
   * @throws ApiError: Refused or failed.
   */
  estimate(order: OrderRequest, options?: EstimateOrderOptions): Call<OrderEstimate> {
    return this.core.call(estimateOrder, { body: order }, options);
  }
}
