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

/** The operations (OSS) side of subscriptions, which provisions services and puts them on hold. */
export class Subscriptions extends OperationGroup {
  /**
   * Reads the operations side of a subscription with its links.
   *
   * For what is provisioned: whether the subscription is disabled, which services it has. The billing side is
   * another resource, with the same `subscriptionId`: `bssSubscriptions.get`. An order never takes the APS ID
   * of this side. Needs no Allowed Operation. A 404 is an APS ID that does not exist, or that the caller may
   * not see.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param subscriptionId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(subscriptionId: string, options?: CallOptions): Call<Subscription> {
    return this.core.call(getSubscription, { resourceId: subscriptionId }, options);
  }

  /**
   * Lists subscriptions as the operations side keeps them.
   *
   * Those of one customer: `subscriptions.list((s) => [s.eq("account.aps.id", accountId)])`. Status and period are
   * on the billing side, `bssSubscriptions.list`. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/subscriptions`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Subscription, C>,
    options?: ListSubscriptionsOptions,
  ): List<Selected<Subscription, C>> {
    return rqlList(this.core, listSubscriptions, {}, rql, options);
  }

  /**
   * Reads how far the provisioning of a subscription is.
   *
   * Ask this before changing a subscription: one that is still being provisioned must not be changed. Needs the
   * Allowed Operation `http://parallels.com/aps/types/pa/subscription`, GET.
   *
   * `GET /aps/2/resources/{subscriptionId}/provisioningState`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @throws ApiError: Refused or failed.
   */
  getProvisioningState(subscriptionId: string, options?: CallOptions): Call<ProvisioningState> {
    return this.core.call(getProvisioningState, { subscriptionId }, options);
  }

  /**
   * Provisions a subscription again after it failed.
   *
   * Look at `subscriptions.getProvisioningState` first, and put right what its `message` names. Needs the Allowed
   * Operation `http://parallels.com/aps/types/pa/subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/restartProvisioning`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @throws ApiError: Refused or failed.
   */
  restartProvisioning(subscriptionId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(restartProvisioning, { subscriptionId }, options);
  }

  /**
   * Puts a subscription on hold.
   *
   * Its services stop and keep their data. What it does to charges is for the terms of the plan to say. Needs the
   * Allowed Operation `http://parallels.com/aps/types/pa/subscription`, POST.
   *
   * `POST /aps/2/resources/{subscriptionId}/hold`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @param parameters Nothing is documented, and an empty object is what the platform takes.
   * @throws ApiError: Refused or failed.
   */
  hold(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(holdSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Ends the hold of a subscription.
   *
   * Takes back `subscriptions.hold`, for example after a customer has paid. `disabled` of `subscriptions.get` and
   * `subscriptions.getProvisioningState` tell how far it is. Needs the Allowed Operation
   * `http://parallels.com/aps/types/pa/subscription`, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{subscriptionId}/release`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @param parameters Nothing is documented, and an empty object is what the platform takes.
   * @throws ApiError: Refused or failed.
   */
  release(subscriptionId: string, parameters: NoParameters, options?: CallOptions): Call<undefined> {
    return this.core.call(releaseSubscription, { subscriptionId, body: parameters }, options);
  }

  /**
   * Lists the applications whose services a subscription has.
   *
   * Tells which APS applications provision services of a subscription, as a list of text. What the texts are, IDs
   * or names, is unconfirmed. Needs the Allowed Operation `http://parallels.com/aps/types/pa/subscription`, GET; a
   * 403 is that it is missing.
   *
   * `GET /aps/2/resources/{subscriptionId}/applications`
   *
   * @param subscriptionId APS ID of the subscription. Its two sides have two of them.
   * @throws ApiError: Refused or failed.
   */
  listApplications(subscriptionId: string, options?: CallOptions): Call<string[]> {
    return this.core.call(listSubscriptionApplications, { subscriptionId }, options);
  }
}
