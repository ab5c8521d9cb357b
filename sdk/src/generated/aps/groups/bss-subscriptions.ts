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
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
  /**
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** The billing (BSS) side of subscriptions, which orders change, renew and cancel. */
export class BssSubscriptions extends OperationGroup {
  /**
   * Reads the billing side of a subscription with its links.
   *
   * For period, status and plan of a subscription before it is changed, renewed or cancelled: its APS ID is
   * what such an order names, and `subscriptionPeriod` is what a change order sends back. What it has of each
   * resource is `bssSubscriptions.listResources`. Platform 8.2 and newer; needs no Allowed Operation. A 404 is
   * an APS ID that does not exist, or that the caller may not see; that of the operations side reads the
   * operations side.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param subscriptionId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(subscriptionId: string, options?: CallOptions): Call<BssSubscription> {
    return this.core.call(getBssSubscription, { resourceId: subscriptionId }, options);
  }

  /**
   * Puts a subscription on hold from the billing side.
   *
   * The billing side has this operation; that its address is the one of the operations side is not confirmed.
   * Needs the Allowed Operation `http://www.odin.com/billing/Subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/hold`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @param parameters Nothing is documented, and an empty object is what the platform takes.
   * @throws ApiError: Refused or failed.
   */
  hold(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(holdBssSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Ends the hold of a subscription from the billing side.
   *
   * The billing side has this operation; that its address is the one of the operations side is not confirmed.
   * Needs the Allowed Operation `http://www.odin.com/billing/Subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/release`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @param parameters Nothing is documented, and an empty object is what the platform takes.
   * @throws ApiError: Refused or failed.
   */
  release(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(releaseBssSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Lists subscriptions as the billing side keeps them.
   *
   * What an account has to pay for: status, period and plan. A reseller sees the subscriptions of its customers with
   * `{ apsActorScope: "FULL" }`. `account` and `servicePlan` come only where `select(...)` names them. Platform 8.2
   * and newer.
   *
   * `GET /aps/2/collections/bss-subscriptions`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<BssSubscription, C>,
    options?: ListBssSubscriptionsOptions,
  ): List<Selected<BssSubscription, C>> {
    return rqlList(this.core, listBssSubscriptions, {}, rql, options);
  }

  /**
   * Lists the amounts of resources that a subscription has.
   *
   * `included` and `additional` together are the limit that a change order sets as `amount`. Needs the Allowed
   * Operation `http://www.odin.com/billing/Subscription`, GET.
   *
   * `GET /aps/2/resources/{subscriptionId}/resources`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @throws ApiError: Refused or failed.
   */
  listResources(subscriptionId: string, options?: CallOptions): Call<SubscriptionResources> {
    return this.core.call(listSubscriptionResources, { subscriptionId }, options);
  }
}
