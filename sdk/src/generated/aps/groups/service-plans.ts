// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  type Selected,
} from "../../../runtime/index.js";
import { listServicePlans } from "../operations/service-plans.js";
import type { ServicePlan } from "../types.js";

/** What can be ordered, for which periods and at which rates. */
export class ServicePlans extends OperationGroup {
  /**
   * Lists the service plans that the caller may sell.
   *
   * `aps.id` is the `planId` of an order; `subscriptionPeriods` are the periods it may be ordered for, and
   * `resourceRates` name the resources whose amounts an order may set. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/service-plans`
   *
   * @param rql What to list: operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ServicePlan, C>,
    options?: ListOptions,
  ): List<Selected<ServicePlan, C>> {
    return this.core.list(listServicePlans, {}, rql, options);
  }
}
