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
  getBssSubscription,
  holdBssSubscription,
  listBssSubscriptions,
  listSubscriptionResources,
  releaseBssSubscription,
} from "../operations/bss-subscriptions.js";
import type { BssSubscription, NoParameters, SubscriptionResources } from "../types.js";

/** Options for `bssSubscriptions.list`. */
export interface ListBssSubscriptionsOptions extends ListOptions {
  /**
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
  /**
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Billing (BSS) side of subscriptions: orders change, renew and cancel it. */
export class BssSubscriptions extends OperationGroup {
  /**
   * Reads the billing side of a subscription with its links.
   *
   * Returns the period, status and plan of a subscription. Use it before you change, renew or cancel the
   * subscription: these orders take this APS ID, and a change order sends back `subscriptionPeriod`. For the
   * amounts of its resources, use `bssSubscriptions.listResources`. Platform 8.2 and newer. Needs no Allowed
   * Operation. A 404 means that the APS ID does not exist or that the caller may not see it. With the APS ID of
   * the operations side, you get the operations side.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param subscriptionId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(subscriptionId: string, options?: CallOptions): Call<BssSubscription> {
    return this.core.call(getBssSubscription, { resourceId: subscriptionId }, options);
  }

  /**
   * Puts a subscription on hold from the billing side.
   *
   * The billing side has this operation, but its address is not confirmed; this call uses the address of the
   * operations side. Needs the Allowed Operation `http://www.odin.com/billing/Subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/hold`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @param parameters No fields are documented. The platform accepts an empty object.
   * @throws ApiError: The platform refused the request or failed.
   */
  hold(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(holdBssSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Releases a subscription from hold, from the billing side.
   *
   * The billing side has this operation, but its address is not confirmed; this call uses the address of the
   * operations side. Needs the Allowed Operation `http://www.odin.com/billing/Subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/release`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @param parameters No fields are documented. The platform accepts an empty object.
   * @throws ApiError: The platform refused the request or failed.
   */
  release(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(releaseBssSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Lists the billing side of subscriptions.
   *
   * Returns what an account pays for: status, period and plan. With `{ apsActorScope: "FULL" }`, a reseller sees the
   * subscriptions of its customers. `account` and `servicePlan` are included only if `select(...)` names them.
   * Platform 8.2 and newer.
   *
   * `GET /aps/2/collections/bss-subscriptions`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<BssSubscription, C>,
    options?: ListBssSubscriptionsOptions,
  ): List<Selected<BssSubscription, C>> {
    return rqlList(this.core, listBssSubscriptions, {}, rql, options);
  }

  /**
   * Lists the resource amounts of a subscription.
   *
   * The sum of `included` and `additional` is the limit that a change order sets as `amount`. Needs the Allowed
   * Operation `http://www.odin.com/billing/Subscription`, GET.
   *
   * `GET /aps/2/resources/{subscriptionId}/resources`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @throws ApiError: The platform refused the request or failed.
   */
  listResources(subscriptionId: string, options?: CallOptions): Call<SubscriptionResources> {
    return this.core.call(listSubscriptionResources, { subscriptionId }, options);
  }
}
