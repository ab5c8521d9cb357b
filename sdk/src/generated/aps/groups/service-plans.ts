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

/** Service plans: the products to order, with their periods and rates. */
export class ServicePlans extends OperationGroup {
  /**
   * Reads a service plan with its links.
   *
   * Returns the periods and resources of a plan. The `planId` of an order is the APS ID of this resource, not
   * the plan number that is also called `planId`. To find a plan by its number, use
   * `servicePlans.list((p) => [p.eq("planId", 10004)])`. For prices after discounts, use `discounts.listDeals`.
   * Needs no Allowed Operation. A 404 means that the APS ID does not exist or that the caller may not see the
   * plan.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param planId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(planId: string, options?: CallOptions): Call<ServicePlan> {
    return this.core.call(getServicePlan, { resourceId: planId }, options);
  }

  /**
   * Reads a billing resource, such as gigabytes or mailboxes.
   *
   * Returns the name, by locale, of a resource that an order sets an amount for. Its APS ID is the `resourceId`
   * in the rates of a plan and in the resources of an order. Needs no Allowed Operation. A 404 means that the
   * APS ID does not exist or that the caller may not see it.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param billingResourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  getResource(billingResourceId: string, options?: CallOptions): Call<BillingResource> {
    return this.core.call(getBillingResource, { resourceId: billingResourceId }, options);
  }

  /**
   * Lists the billing resources of a service plan.
   *
   * Returns the names of the resources that a plan includes and that an order may set amounts for. The list
   * consists of links, so the platform truncates it at 1000.
   *
   * `GET /aps/2/resources/{subscriptionId}/resources`
   *
   * @param planId APS ID of the subscription. The two sides have different APS IDs.
   * @throws ApiError: The platform refused the request or failed.
   */
  listResources(planId: string, options?: CallOptions): Call<BillingResources> {
    return this.core.call(listPlanResources, { subscriptionId: planId }, options);
  }

  /**
   * Lists the service plans that the caller may sell.
   *
   * `aps.id` is the `planId` of an order. `subscriptionPeriods` are the periods that you can order, and
   * `resourceRates` name the resources whose amounts an order may set. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/service-plans`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ServicePlan, C>,
    options?: ListServicePlansOptions,
  ): List<Selected<ServicePlan, C>> {
    return rqlList(this.core, listServicePlans, {}, rql, options);
  }

  /**
   * Lists the plans and periods that a subscription can switch to.
   *
   * Pass the current plan and period of the subscription. A change order can then name one of the targets. Changes
   * nothing. Needs the Allowed Operation `http://www.odin.com/billing/ServicePlan`, POST.
   *
   * `POST /aps/2/resources/{planId}/planPeriodSwitches`
   *
   * @param planId APS ID of the service plan.
   * @throws ApiError: The platform refused the request or failed.
   */
  listPeriodSwitches(planId: string, period: Period, options?: CallOptions): Call<PlanPeriodSwitch[]> {
    return this.core.call(listPlanPeriodSwitches, { planId, body: period }, options);
  }
}
