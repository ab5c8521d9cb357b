// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getResourceDiscount, listDeals, listDealsForPlans } from "../operations/discounts.js";
import type { PlanAskedFor, PlanDeals, ResourceDiscount } from "../types.js";

/** Options for `discounts.listDeals`. */
export interface ListDealsOptions extends CallOptions {
  /** APS ID of the account whose discounts count. */
  accountId?: string | undefined;
  /** APS ID of the reseller whose prices are asked for. Newer versions. */
  resellerId?: string | undefined;
  /** Whether discounts that depend on a parent plan count. Newer versions. */
  includeParentPlanDiscountConditions?: boolean | undefined;
  /** Whether the answer has what the provider asks of the reseller. Newer versions. */
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
   * Lists the prices of service plans after discounts, by the unit.
   *
   * The price list of one account: what a plan and each unit of its resources cost in each period. What a certain
   * order costs is for `orders.estimate` to say. Platform 8.3 and newer. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, POST.
   *
   * `POST /aps/2/services/discount-manager/deals`
   *
   * @param plans The plans whose prices are asked for.
   * @throws ApiError: Refused or failed.
   */
  listDeals(plans: PlanAskedFor[], options?: ListDealsOptions): Call<PlanDeals[]> {
    return this.core.call(listDeals, { body: plans }, options);
  }

  /**
   * Lists the prices of service plans after discounts, as older platforms have it.
   *
   * For platforms before 8.3, which do not know `discounts.listDeals`. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, POST.
   *
   * `POST /aps/2/services/discount-manager/deals/get-for-plans`
   *
   * @param plans The plans whose prices are asked for.
   * @throws ApiError: Refused or failed.
   */
  listDealsForPlans(plans: PlanAskedFor[], options?: CallOptions): Call<PlanDeals[]> {
    return this.core.call(listDealsForPlans, { body: plans }, options);
  }

  /**
   * Reads the discount on one resource of one subscription.
   *
   * For an invoice line that is cheaper than the plan says. Needs the Allowed Operation
   * `http://www.parallels.com/products/automation/billing`, GET.
   *
   * `GET /aps/2/services/discount-manager/discounts/resource-discount`
   *
   * @throws ApiError: Refused or failed.
   */
  getResourceDiscount(options: GetResourceDiscountOptions): Call<ResourceDiscount> {
    return this.core.call(getResourceDiscount, {}, options);
  }
}
