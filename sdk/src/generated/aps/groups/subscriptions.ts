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
  getProvisioningState,
  getSubscription,
  holdSubscription,
  listSubscriptionApplications,
  listSubscriptions,
  releaseSubscription,
  restartProvisioning,
} from "../operations/subscriptions.js";
import type { NoParameters, ProvisioningState, Subscription } from "../types.js";

/** Options for `subscriptions.list`. */
export interface ListSubscriptionsOptions extends ListOptions {
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

/** Operations (OSS) side of subscriptions: provisions services and puts them on hold. */
export class Subscriptions extends OperationGroup {
  /**
   * Reads the operations side of a subscription with its links.
   *
   * Returns the provisioning side: whether the subscription is disabled, and its services. The billing side is a
   * separate resource with the same `subscriptionId`: `bssSubscriptions.get`. Orders never take the APS ID of
   * this side. Needs no Allowed Operation. A 404 means that the APS ID does not exist or that the caller may not
   * see it.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param subscriptionId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(subscriptionId: string, options?: CallOptions): Call<Subscription> {
    return this.core.call(getSubscription, { resourceId: subscriptionId }, options);
  }

  /**
   * Lists the operations side of subscriptions.
   *
   * To list the subscriptions of one customer, use `subscriptions.list((s) => [s.eq("account.aps.id", accountId)])`.
   * Status and period belong to the billing side: `bssSubscriptions.list`. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/subscriptions`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Subscription, C>,
    options?: ListSubscriptionsOptions,
  ): List<Selected<Subscription, C>> {
    return rqlList(this.core, listSubscriptions, {}, rql, options);
  }

  /**
   * Reads the provisioning state of a subscription.
   *
   * Call this before you change a subscription: do not change one that is still being provisioned. Needs the Allowed
   * Operation `http://parallels.com/aps/types/pa/subscription`, GET.
   *
   * `GET /aps/2/resources/{subscriptionId}/provisioningState`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @throws ApiError: The platform refused the request or failed.
   */
  getProvisioningState(subscriptionId: string, options?: CallOptions): Call<ProvisioningState> {
    return this.core.call(getProvisioningState, { subscriptionId }, options);
  }

  /**
   * Restarts the provisioning of a subscription after a failure.
   *
   * First read `subscriptions.getProvisioningState` and fix the problem in its `message`. Needs the Allowed
   * Operation `http://parallels.com/aps/types/pa/subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/restartProvisioning`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @throws ApiError: The platform refused the request or failed.
   */
  restartProvisioning(subscriptionId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(restartProvisioning, { subscriptionId }, options);
  }

  /**
   * Puts a subscription on hold.
   *
   * Stops the services and keeps their data. The effect on charges depends on the terms of the plan. Needs the
   * Allowed Operation `http://parallels.com/aps/types/pa/subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/hold`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @param parameters No fields are documented. The platform accepts an empty object.
   * @throws ApiError: The platform refused the request or failed.
   */
  hold(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(holdSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Releases a subscription from hold.
   *
   * Reverts `subscriptions.hold`, for example after a customer has paid. To follow the progress, read `disabled` of
   * `subscriptions.get` and `subscriptions.getProvisioningState`. Needs the Allowed Operation
   * `http://parallels.com/aps/types/pa/subscription`, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{subscriptionId}/release`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @param parameters No fields are documented. The platform accepts an empty object.
   * @throws ApiError: The platform refused the request or failed.
   */
  release(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(releaseSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Lists the applications that provide services to a subscription.
   *
   * Returns a list of strings. It is unconfirmed whether they are IDs or names. Needs the Allowed Operation
   * `http://parallels.com/aps/types/pa/subscription`, GET; a 403 means that it is missing.
   *
   * `GET /aps/2/resources/{subscriptionId}/applications`
   *
   * @param subscriptionId APS ID of the subscription. The two sides have different APS IDs.
   * @throws ApiError: The platform refused the request or failed.
   */
  listApplications(subscriptionId: string, options?: CallOptions): Call<string[]> {
    return this.core.call(listSubscriptionApplications, { subscriptionId }, options);
  }
}
