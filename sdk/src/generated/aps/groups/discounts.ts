// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getResourceDiscount, listDeals, listDealsForPlans } from "../operations/discounts.js";
import type { PlanAskedFor, PlanDeals, ResourceDiscount } from "../types.js";

/** Options for `discounts.listDeals`. */
export interface ListDealsOptions extends CallOptions {
  /** APS ID of the account whose discounts apply. */
  accountId?: string | undefined;
  /** APS ID of the reseller whose prices to return. Newer versions only. */
  resellerId?: string | undefined;
  /** True to include discounts that depend on a parent plan. Newer versions only. */
  includeParentPlanDiscountConditions?: boolean | undefined;
  /** True to include the provider's cost to the reseller. Newer versions only. */
  providerCosts?: boolean | undefined;
}

/** Options for `discounts.getResourceDiscount`. */
export interface GetResourceDiscountOptions extends CallOptions {
  /** APS ID of the account. */
  accountUuid: string;
  /** APS ID of the billing (BSS) subscription. */
  subscriptionUuid: string;
  /** APS ID of the billing resource. */
  resourceUuid: string;
}

/** Prices after discounts. */
export class Discounts extends OperationGroup {
  /**
   * Lists the unit prices of service plans after discounts.
   *
   * Returns the price list of one account: the price of each plan and of each unit of its resources, by period. For
   * the price of a specific order, use `orders.estimate`. Platform 8.3 and newer. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, POST.
   *
   * `POST /aps/2/services/discount-manager/deals`
   *
   * @param plans The plans to return prices for.
   * @throws ApiError: The platform refused the request or failed.
   */
  listDeals(plans: PlanAskedFor[], options?: ListDealsOptions): Call<PlanDeals[]> {
    return this.core.call(listDeals, { body: plans }, options);
  }

  /**
   * Lists the prices of service plans after discounts, on older platforms.
   *
   * For platforms before 8.3, which do not have `discounts.listDeals`. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, POST.
   *
   * `POST /aps/2/services/discount-manager/deals/get-for-plans`
   *
   * @param plans The plans to return prices for.
   * @throws ApiError: The platform refused the request or failed.
   */
  listDealsForPlans(plans: PlanAskedFor[], options?: CallOptions): Call<PlanDeals[]> {
    return this.core.call(listDealsForPlans, { body: plans }, options);
  }

  /**
   * Reads the discount on one resource of a subscription.
   *
   * Explains why an invoice line is cheaper than the plan. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, GET.
   *
   * `GET /aps/2/services/discount-manager/discounts/resource-discount`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  getResourceDiscount(options: GetResourceDiscountOptions): Call<ResourceDiscount> {
    return this.core.call(getResourceDiscount, {}, options);
  }
}
