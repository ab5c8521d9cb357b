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
  getBillingResource,
  getServicePlan,
  listPlanPeriodSwitches,
  listPlanResources,
  listServicePlans,
} from "../operations/service-plans.js";
import type { BillingResource, BillingResources, Period, PlanPeriodSwitch, ServicePlan } from "../types.js";

/** Options for `servicePlans.list`. */
export interface ListServicePlansOptions extends ListOptions {
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

/** What can be ordered, for which periods and at which rates. */
export class ServicePlans extends OperationGroup {
  /**
   * Reads a service plan with its links.
   *
   * For the periods and resources of a plan before it is ordered: `planId` of an order is the APS ID of this
   * resource, and not the number of the same name. To find a plan by that number, ask
   * `servicePlans.list((p) => [p.eq("planId", 10004)])`. Prices after discounts are `discounts.listDeals`.
   * Needs no Allowed Operation. A 404 is an APS ID that does not exist, or a plan that the caller may not see.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param planId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(planId: string, options?: CallOptions): Call<ServicePlan> {
    return this.core.call(getServicePlan, { resourceId: planId }, options);
  }

  /**
   * Reads a billing resource, such as gigabytes or mailboxes.
   *
   * Tells the name, by languages, of what an order sets an amount of. Its APS ID is the `resourceId` in the
   * rates of a plan and in the resources of an order. Needs no Allowed Operation. A 404 is an APS ID that does
   * not exist, or that the caller may not see.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param billingResourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  getResource(billingResourceId: string, options?: CallOptions): Call<BillingResource> {
    return this.core.call(getBillingResource, { resourceId: billingResourceId }, options);
  }

  /**
   * Lists the billing resources of a service plan.
   *
   * The names of what a plan includes and an order may set an amount of. A list of links, so it is cut at 1000.
   *
   * `GET /aps/2/resources/{subscriptionId}/resources`
   *
   * @param planId APS ID of the subscription. Its two sides have two of them.
   * @throws ApiError: Refused or failed.
   */
  listResources(planId: string, options?: CallOptions): Call<BillingResources> {
    return this.core.call(listPlanResources, { subscriptionId: planId }, options);
  }

  /**
   * Lists the service plans that the caller may sell.
   *
   * `aps.id` is the `planId` of an order; `subscriptionPeriods` are the periods it may be ordered for, and
   * `resourceRates` name the resources whose amounts an order may set. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/service-plans`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ServicePlan, C>,
    options?: ListServicePlansOptions,
  ): List<Selected<ServicePlan, C>> {
    return rqlList(this.core, listServicePlans, {}, rql, options);
  }

  /**
   * Lists the plans and periods that a subscription may be switched to.
   *
   * Ask with the plan and the period that the subscription has now; a change order then names one of the targets.
   * Changes nothing. Needs the Allowed Operation `http://www.odin.com/billing/ServicePlan`, POST.
   *
   * `POST /aps/2/resources/{planId}/planPeriodSwitches`
   *
   * @param planId APS ID of the service plan.
   * @throws ApiError: Refused or failed.
   */
  listPeriodSwitches(planId: string, period: Period, options?: CallOptions): Call<PlanPeriodSwitch[]> {
    return this.core.call(listPlanPeriodSwitches, { planId, body: period }, options);
  }
}
