// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "../../../runtime/index.js";
import {
  addCorrectionReason,
  createOrder,
  deleteCorrectionReasonMessage,
  estimateOrder,
  estimateOrderCosts,
  getCorrectionReasonMessage,
  getCorrectionReasonPattern,
  getOrder,
  listOrders,
  listReasonCodes,
  listTermsAndConditions,
  updateCorrectionReason,
} from "../operations/orders.js";
import type {
  CorrectionReasonValidationInfo,
  CorrectionReasonValidationPatternInfo,
  CorrectionReasonValidationRequest,
  Order,
  OrderEstimate,
  OrderRequest,
  PlacedOrder,
  ReasonCode,
  TermCondition,
} from "../types.js";

/** Options for `orders.list`. */
export interface ListOrdersOptions extends ListOptions {
  /**
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Options for `orders.estimate`. */
export interface EstimateOrderOptions extends CallOptions {
  /** True to include taxes in the prices. The platform's default is true. */
  includeTaxes?: boolean | undefined;
}

/** Options for `orders.estimateCosts`. */
export interface EstimateOrderCostsOptions extends CallOptions {
  /** True to include taxes in the prices. The platform's default is true. */
  includeTaxes?: boolean | undefined;
}

/** Order manager: prices, places and tracks orders. */
export class Orders extends OperationGroup {
  /**
   * Lists orders.
   *
   * To find an order by the number on its invoice, use `like("orderNumber", "*SO000147")`. The list includes orders
   * that the billing engine creates itself, such as renewals and cancellation charges. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/orders`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Order, C>,
    options?: ListOrdersOptions,
  ): List<Selected<Order, C>> {
    return rqlList(this.core, listOrders, {}, rql, options);
  }

  /**
   * Places an order.
   *
   * Returns the ID of the order. Provisioning continues afterwards, for seconds or minutes; follow it with
   * `orders.get`. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * The platform has no idempotency key for orders, so a second request is a second order. If the outcome is
   * unknown, look up the account's latest orders before you place the order again.
   *
   * The order manager also responds with 500 when it refuses an order; `message` names the reason. To send fields
   * that an installation accepts but that are not documented, use `unchecked(...)`.
   *
   * `POST /aps/2/services/order-manager/orders`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  create(order: OrderRequest, options?: CallOptions): Call<PlacedOrder> {
    return this.core.call(createOrder, { body: order }, options);
  }

  /**
   * Reads an order.
   *
   * `provisioningStatus` becomes `COMPLETED` when the order succeeds. Some versions respond with 500 if the order
   * does not exist, with `404 Not Found` in `message`. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/orders/{orderId}`
   *
   * @param orderId ID of the order, as returned by `orders.create`.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(orderId: string, options?: CallOptions): Call<Order> {
    return this.core.call(getOrder, { orderId }, options);
  }

  /**
   * Prices an order without placing it.
   *
   * Takes the same body as `orders.create` and changes nothing. Platform 8.2 and newer also price renewals, changes
   * and cancellations. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/orders/estimate`
   *
   * @param order The order to price or place.
   * @throws ApiError: The platform refused the request or failed.
   */
  estimate(order: OrderRequest, options?: EstimateOrderOptions): Call<OrderEstimate> {
    return this.core.call(estimateOrder, { body: order }, options);
  }

  /**
   * Estimates the reseller's own cost of an order.
   *
   * Counterpart of `orders.estimate`: returns the cost to the reseller, not the price for the customer. The
   * platform's user interface sends the reseller's own account as `accountId`. Changes nothing. Needs the Allowed
   * Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/orders/estimateCosts`
   *
   * @param order The order to price or place.
   * @throws ApiError: The platform refused the request or failed.
   */
  estimateCosts(order: OrderRequest, options?: EstimateOrderCostsOptions): Call<OrderEstimate> {
    return this.core.call(estimateOrderCosts, { body: order }, options);
  }

  /**
   * Lists the terms and conditions of an order.
   *
   * Show them to the buyer before you place the order. Takes the same body as `orders.create` and changes nothing.
   * Returns an empty list if there is nothing to accept. The fields of a condition are unconfirmed. Needs the
   * Allowed Operation `http://www.odin.com/billing/order-management`, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/services/order-manager/orders/termsconditions`
   *
   * @param order The order to price or place.
   * @throws ApiError: The platform refused the request or failed.
   */
  termsAndConditions(order: OrderRequest, options?: CallOptions): Call<TermCondition[]> {
    return this.core.call(listTermsAndConditions, { body: order }, options);
  }

  /**
   * Lists the possible reasons for a cancellation.
   *
   * Platform 8.2 and newer. The address is not confirmed: if it returns 404, find the address in the type of the
   * order manager (`types.getByTypeId`) and call it with `resources.call("order-manager", …)`. Needs the Allowed
   * Operation `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/reasonCodes`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  listReasonCodes(options?: CallOptions): Call<ReasonCode[]> {
    return this.core.call(listReasonCodes, {}, options);
  }

  /**
   * Reads the validation rule for order correction reasons.
   *
   * Includes the messages for invalid reasons in all languages. Platform 21.0 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  getCorrectionReasonPattern(options?: CallOptions): Call<CorrectionReasonValidationPatternInfo> {
    return this.core.call(getCorrectionReasonPattern, {}, options);
  }

  /**
   * Updates the validation rule for correction reasons.
   *
   * The fields are not documented. Platform 21.0 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, PUT.
   *
   * `PUT /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @param validation The rule and its messages.
   * @throws ApiError: The platform refused the request or failed.
   */
  updateCorrectionReason(validation: CorrectionReasonValidationRequest, options?: CallOptions): Call<undefined> {
    return this.core.call(updateCorrectionReason, { body: validation }, options);
  }

  /**
   * Creates the validation rule for correction reasons.
   *
   * The fields are not documented. Platform 21.0 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @param validation The rule and its messages.
   * @throws ApiError: The platform refused the request or failed.
   */
  addCorrectionReason(validation: CorrectionReasonValidationRequest, options?: CallOptions): Call<undefined> {
    return this.core.call(addCorrectionReason, { body: validation }, options);
  }

  /**
   * Reads the validation rule for correction reasons, with its message in one language.
   *
   * Platform 21.0 and newer. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/correctionReasonValidation/{locale}`
   *
   * @param locale Language and country.
   * @throws ApiError: The platform refused the request or failed.
   */
  getCorrectionReasonMessage(locale: string, options?: CallOptions): Call<CorrectionReasonValidationInfo> {
    return this.core.call(getCorrectionReasonMessage, { locale }, options);
  }

  /**
   * Deletes the message for invalid correction reasons in one language.
   *
   * Platform 21.0 and newer. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, DELETE.
   *
   * `DELETE /aps/2/services/order-manager/correctionReasonValidation/{locale}`
   *
   * @param locale Language and country.
   * @throws ApiError: The platform refused the request or failed.
   */
  deleteCorrectionReasonMessage(locale: string, options?: CallOptions): Call<undefined> {
    return this.core.call(deleteCorrectionReasonMessage, { locale }, options);
  }
}
