import { currency, type ServicePlan, servicePlans } from "./catalogue.js";
import type { ApsResource } from "./resource.js";
import { apsTypes } from "./resource-types.js";
import { linkTo } from "./resources.js";
import { accountResources } from "./seed-accounts.js";

/** APS ID of the order manager, for callers that address services through `/aps/2/resources`. */
export const orderManagerId = "6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02";

/** What a new bus holds: accounts with their billing records, plans, billing resources, a subscription, the order manager. */
export function seedResources(): readonly ApsResource[] {
  return [
    ...accountResources(),
    ...servicePlans.map(planResource),
    ...servicePlans.flatMap(billingResources),
    backupSubscription,
    orderManager,
  ];
}

const orderManager: ApsResource = {
  aps: {
    id: orderManagerId,
    type: apsTypes.orderManagement,
    status: "aps:ready",
    revision: 3,
    modified: "2024-01-20T06:00:00Z",
  },
};

/** Northwind Traders' subscription to Backup Standard: something to change, renew and cancel. */
const backupSubscription: ApsResource = {
  aps: {
    id: "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21",
    type: apsTypes.bssSubscription,
    status: "aps:ready",
    revision: 7,
    modified: "2024-04-01T00:00:12Z",
  },
  subscriptionId: 1000204,
  name: "Backup Standard",
  status: "ACTIVE",
  serviceStatus: "RUNNING",
  trial: false,
  subscriptionPeriod: { unit: "MONTHS", duration: 1 },
  account: linkTo("3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10"),
  servicePlan: linkTo("5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05"),
};

function planResource(plan: ServicePlan): ApsResource {
  return {
    aps: { id: plan.apsId, type: apsTypes.servicePlan, status: "aps:ready", revision: 9, modified: plan.modified },
    planId: plan.planId,
    name: { en_US: plan.name },
    shortDescription: { en_US: plan.shortDescription },
    longDescription: { en_US: plan.longDescription },
    publication: {},
    billingTerms: {},
    subscriptionPeriods: plan.offers.map(({ period, setupFee, recurringFee }) => ({
      period,
      fees: [
        { name: "setup", fee: { value: setupFee, code: currency } },
        { name: "recurring", fee: { value: recurringFee, code: currency } },
      ],
    })),
    resourceRates: plan.rates.map(({ resourceId, included, monthlyFee }) => ({
      resourceId,
      included: Number(included),
      monthlyFee: { value: monthlyFee, code: currency },
    })),
    subscriptionPeriodResourceRates: [],
  };
}

function billingResources(plan: ServicePlan): readonly ApsResource[] {
  return plan.rates.map(({ resourceId, id, name }) => ({
    aps: { id: resourceId, type: apsTypes.billingResource, status: "aps:ready", revision: 2, modified: plan.modified },
    id,
    name: { en_US: name },
  }));
}
