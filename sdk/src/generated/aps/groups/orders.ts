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
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Options for `orders.estimate`. */
export interface EstimateOrderOptions extends CallOptions {
  /** Whether taxes are part of the prices. Left out, the platform includes them. */
  includeTaxes?: boolean | undefined;
}

/** Options for `orders.estimateCosts`. */
export interface EstimateOrderCostsOptions extends CallOptions {
  /** Whether taxes are part of the prices. Left out, the platform includes them. */
  includeTaxes?: boolean | undefined;
}

/** The order manager, which prices, places and tracks orders. */
export class Orders extends OperationGroup {
  /**
   * Lists orders.
   *
   * `like("orderNumber", "*SO000147")` finds an order by the number on its invoice. Orders that the billing engine
   * makes itself, such as renewals and cancellation charges, are among them. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/orders`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
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
   * The answer names the order; provisioning goes on after it, for seconds or minutes. Follow it with
   * `orders.get`. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * There is no key that makes a repeated order harmless: a call that goes out twice is a second order. When the
   * outcome is not known, look the account's latest orders up before placing it again.
   *
   * The order manager also answers 500 to an order that it refuses; `message` then names what is wrong with it.
   * Fields that an installation takes and that are not documented go through `unchecked(...)`.
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
   * `provisioningStatus` becomes `COMPLETED` at the end of success. Some versions answer 500 for an order that does
   * not exist, with `404 Not Found` in `message`. Needs the Allowed Operation
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
   * Takes what `orders.create` takes and changes nothing. Renewals, changes and cancellations are priced since
   * platform 8.2. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/orders/estimate`
   *
   * @param order The order, as it would be placed.
   * @throws ApiError: Refused or failed.
   */
  estimate(order: OrderRequest, options?: EstimateOrderOptions): Call<OrderEstimate> {
    return this.core.call(estimateOrder, { body: order }, options);
  }

  /**
   * Tells what a reseller pays upstream for an order.
   *
   * The other side of `orders.estimate`: not the price to the customer, but the reseller's own cost. The platform's
   * user interface sends the reseller's own account as `accountId`. Changes nothing. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/orders/estimateCosts`
   *
   * @param order The order, as it would be placed.
   * @throws ApiError: Refused or failed.
   */
  estimateCosts(order: OrderRequest, options?: EstimateOrderCostsOptions): Call<OrderEstimate> {
    return this.core.call(estimateOrderCosts, { body: order }, options);
  }

  /**
   * Lists the terms and conditions that an order is placed under.
   *
   * For the buyer to read and agree to before the order is placed. Takes what `orders.create` takes, and changes
   * nothing. Answers a list, empty where nothing has to be agreed to; the fields of a condition are unconfirmed.
   * Needs the Allowed Operation `http://www.odin.com/billing/order-management`, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/services/order-manager/orders/termsconditions`
   *
   * @param order The order, as it would be placed.
   * @throws ApiError: Refused or failed.
   */
  termsAndConditions(order: OrderRequest, options?: CallOptions): Call<TermCondition[]> {
    return this.core.call(listTermsAndConditions, { body: order }, options);
  }

  /**
   * Lists the reasons that a cancellation may give.
   *
   * Platform 8.2 and newer. The address is not confirmed: where it answers 404, the type of the order manager tells
   * it (`types.getByTypeId`), and `resources.call("order-manager", …)` reaches it. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/reasonCodes`
   *
   * @throws ApiError: Refused or failed.
   */
  listReasonCodes(options?: CallOptions): Call<ReasonCode[]> {
    return this.core.call(listReasonCodes, {}, options);
  }

  /**
   * Reads the rule that reasons for the correction of an order have to follow.
   *
   * With the messages for reasons that do not, in all languages. Platform 21.0 and newer. Needs the Allowed
   * Operation `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @throws ApiError: Refused or failed.
   */
  getCorrectionReasonPattern(options?: CallOptions): Call<CorrectionReasonValidationPatternInfo> {
    return this.core.call(getCorrectionReasonPattern, {}, options);
  }

  /**
   * Changes the rule for correction reasons.
   *
   * The fields are not documented. Platform 21.0 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, PUT.
   *
   * `PUT /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @param validation The rule and its messages.
   * @throws ApiError: Refused or failed.
   */
  updateCorrectionReason(validation: CorrectionReasonValidationRequest, options?: CallOptions): Call<undefined> {
    return this.core.call(updateCorrectionReason, { body: validation }, options);
  }

  /**
   * Sets the rule for correction reasons up.
   *
   * The fields are not documented. Platform 21.0 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/order-management`, POST.
   *
   * `POST /aps/2/services/order-manager/correctionReasonValidation`
   *
   * @param validation The rule and its messages.
   * @throws ApiError: Refused or failed.
   */
  addCorrectionReason(validation: CorrectionReasonValidationRequest, options?: CallOptions): Call<undefined> {
    return this.core.call(addCorrectionReason, { body: validation }, options);
  }

  /**
   * Reads the rule for correction reasons with its message in one language.
   *
   * Platform 21.0 and newer. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, GET.
   *
   * `GET /aps/2/services/order-manager/correctionReasonValidation/{locale}`
   *
   * @param locale Language and country.
   * @throws ApiError: Refused or failed.
   */
  getCorrectionReasonMessage(locale: string, options?: CallOptions): Call<CorrectionReasonValidationInfo> {
    return this.core.call(getCorrectionReasonMessage, { locale }, options);
  }

  /**
   * Removes the message for invalid correction reasons in one language.
   *
   * Platform 21.0 and newer. Needs the Allowed Operation `http://www.odin.com/billing/order-management`, DELETE.
   *
   * `DELETE /aps/2/services/order-manager/correctionReasonValidation/{locale}`
   *
   * @param locale Language and country.
   * @throws ApiError: Refused or failed.
   */
  deleteCorrectionReasonMessage(locale: string, options?: CallOptions): Call<undefined> {
    return this.core.call(deleteCorrectionReasonMessage, { locale }, options);
  }
}
