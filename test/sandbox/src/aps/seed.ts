import type { Json, JsonObject } from "../json.js";
import { currency, type ServicePlan, servicePlans } from "./catalogue.js";
import type { ApsResource } from "./resource.js";
import { apsTypes } from "./resource-types.js";
import { linkTo } from "./resources.js";
import { accountResources, type SeededAccount, seededAccounts } from "./seed-accounts.js";

/** APS ID of the order manager, for callers that address services through `/aps/2/resources`. */
export const orderManagerId = "6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02";

/** APS ID of the staff member who owns the sandbox's own key. */
export const operatorId = "f3a1d0c7-6b24-4e9f-8d15-2c7b9e0a4f68";

/** APS ID of Northwind Traders' administrator. */
export const administratorId = "2b7e9d14-5c80-4a3f-96b1-e0d7c8f5a243";

/** Initial data of a bus. */
export interface BusSeed {
  readonly resources: readonly ApsResource[];
  readonly plans: readonly ServicePlan[];
  readonly orders: readonly SeededOrder[];
  /** Reason codes for a cancellation, as the platform returns them. */
  readonly reasonCodes: readonly JsonObject[];
}

/** Order that exists from the start. */
export interface SeededOrder {
  readonly orderId: string;
  /** Time of placement in milliseconds since 1970. */
  readonly placedAt: number;
  /** Body of the request that placed it. */
  readonly request: Json;
}

/** Parts from which the resources of a seed are built. */
export interface SeedParts {
  readonly accounts: readonly SeededAccount[];
  readonly plans: readonly ServicePlan[];
  readonly others: readonly ApsResource[];
  readonly orders: readonly SeededOrder[];
  readonly reasonCodes: readonly JsonObject[];
}

/** Builds a seed: accounts with billing records, plans with billing resources, other resources, and services. */
export function buildBusSeed({ accounts, plans, others, orders, reasonCodes }: SeedParts): BusSeed {
  const resources = [
    ...accountResources(accounts),
    ...plans.map(planResource),
    ...plans.flatMap(billingResources),
    ...others,
    ...platformResources,
  ];
  return { resources, plans, orders, reasonCodes };
}

/** Default seed. */
export function builtInSeed(): BusSeed {
  const others = [backupSubscription, backupServices, administrator];
  return buildBusSeed({ accounts: seededAccounts, plans: servicePlans, others, orders: [], reasonCodes: [] });
}

/** APS IDs of the services, by alias. */
export const serviceIds = {
  "order-manager": orderManagerId,
  "discount-manager": "0d4e7a52-93c1-4b8f-a6d0-5f2b1c7e8934",
  "payment-method-manager": "88f1b0c4-6d2e-4a57-9c3b-7e5d1f0a2b69",
  "payment-manager": "c7a9e3f1-2b64-4d58-8e0f-91d6b5a4c327",
} as const;

const otherServices: readonly ApsResource[] = [
  { id: serviceIds["discount-manager"], type: apsTypes.discountManagement },
  { id: serviceIds["payment-method-manager"], type: apsTypes.paymentMethodManagement },
  { id: serviceIds["payment-manager"], type: apsTypes.paymentManagement },
].map(({ id, type }) => ({ aps: { id, type, status: "aps:ready", revision: 1, modified: "2024-01-20T06:00:00Z" } }));

const orderManager: ApsResource = {
  aps: {
    id: orderManagerId,
    type: apsTypes.orderManagement,
    status: "aps:ready",
    revision: 3,
    modified: "2024-01-20T06:00:00Z",
  },
};

/** Northwind Traders' subscription to Backup Standard, for orders that change, renew or cancel. */
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
  paSubscription: linkTo("7a4c2f10-8b3e-4d91-a6f5-c0b9e8d7f631"),
};

/** Operations-side counterpart of that subscription. */
const backupServices: ApsResource = {
  aps: {
    id: "7a4c2f10-8b3e-4d91-a6f5-c0b9e8d7f631",
    type: apsTypes.subscription,
    status: "aps:ready",
    revision: 5,
    modified: "2024-02-12T12:11:09Z",
  },
  subscriptionId: 1000204,
  serviceTemplateId: 12,
  name: "Backup Standard",
  trial: false,
  disabled: false,
  account: linkTo("3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10"),
};

/** Northwind Traders' administrator. */
const administrator: ApsResource = {
  aps: {
    id: administratorId,
    type: apsTypes.adminUser,
    status: "aps:ready",
    revision: 2,
    modified: "2024-03-11T08:15:42Z",
  },
  userId: 1000077,
  memberId: 1000078,
  login: "ana@northwind.example",
  email: "ana@northwind.example",
  givenName: "Ana",
  familyName: "Trujillo",
  isAccountAdmin: true,
  disabled: false,
  locked: false,
  servicesMode: "NONE",
  organization: linkTo("3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10"),
};

/** Provider's own user, who belongs to no customer. */
const operator: ApsResource = {
  aps: {
    id: operatorId,
    type: apsTypes.adminUser,
    status: "aps:ready",
    revision: 1,
    modified: "2024-01-20T06:00:00Z",
  },
  userId: 1000001,
  memberId: 1000002,
  login: "integration@provider.example",
  email: "integration@provider.example",
  givenName: "Integration",
  familyName: "Operator",
  isAccountAdmin: true,
  disabled: false,
  locked: false,
  servicesMode: "NONE",
};

/** Resources of every bus, regardless of its seed. */
export const platformResources: readonly ApsResource[] = [operator, orderManager, ...otherServices];

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
