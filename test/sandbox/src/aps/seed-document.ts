import type { Period } from "./catalogue.js";

/** Initial data of a bus, replacing the built-in accounts and plans. Calls use the same ids. */
export interface SandboxSeed {
  /** Customers and resellers. */
  readonly accounts: readonly AccountSeed[];
  /** Service plans with their prices, in USD. */
  readonly plans: readonly PlanSeed[];
  /** Existing orders. @defaultValue none */
  readonly orders?: readonly OrderSeed[];
  /** Response of `orders.listReasonCodes()`. The platform's fields are not documented. @defaultValue none */
  readonly reasonCodes?: ReadonlyArray<{ readonly [name: string]: unknown }>;
  /** Resources of any other type, such as subscriptions, in the format of the bus. @defaultValue none */
  readonly resources?: ReadonlyArray<{
    readonly aps: { readonly id: string; readonly type: string };
    readonly [name: string]: unknown;
  }>;
}

/** Account. Its numeric `id` follows from its position in the list. */
export interface AccountSeed {
  /** UUID. */
  readonly apsId: string;
  /** Company name, shown in lists and used by filters. */
  readonly companyName: string;
  /** Type of the account. @defaultValue `"CLIENT"` */
  readonly type?: "CLIENT" | "RESELLER";
  /** Given name of the contact person. */
  readonly givenName?: string;
  /** Family name of the contact person. */
  readonly familyName?: string;
  /** Email of the contact person. */
  readonly email?: string;
  /** Town of the address. */
  readonly locality?: string;
  /** Two-letter country code. @defaultValue `"us"` */
  readonly countryName?: string;
  /** APS ID of the reseller it belongs to. @defaultValue the provider */
  readonly parentId?: string;
}

/** Service plan. Its numeric `planId`, and the `id` of each resource, follow from the position in the list. */
export interface PlanSeed {
  /** UUID. */
  readonly apsId: string;
  /** Name in English. */
  readonly name: string;
  /** Short description in English. */
  readonly shortDescription?: string;
  /** Long description in English. */
  readonly longDescription?: string;
  /** Periods that the plan is sold for. At least one. */
  readonly offers: readonly OfferSeed[];
  /** Resources that can be ordered in addition to the plan's own fee. @defaultValue none */
  readonly rates?: readonly RateSeed[];
  /** Response of `orders.termsAndConditions()`. The platform's fields are not documented. @defaultValue nothing */
  readonly terms?: ReadonlyArray<{ readonly [name: string]: unknown }>;
}

/** Price of a plan for one period. Amounts are strings such as `"12.50"`. */
export interface OfferSeed {
  /** Period, such as `{ unit: "MONTHS", duration: 1 }`. */
  readonly period: Period;
  /** One-time fee for the first order. @defaultValue `"0.00"` */
  readonly setupFee?: string;
  /** Fee for each period. */
  readonly recurringFee: string;
}

/** Resource of a plan: included amount, and price of additional units. */
export interface RateSeed {
  /** UUID, as used in orders. */
  readonly resourceId: string;
  /** Name in English. */
  readonly name: string;
  /** Amount included in the plan's own fee. @defaultValue `"0"` */
  readonly included?: string;
  /** Price of one additional unit per month. */
  readonly monthlyFee: string;
}

/** Existing order. */
export interface OrderSeed {
  /** UUID. */
  readonly orderId: string;
  /** Time of placement in ISO 8601, such as `"2024-04-03T09:10:11Z"`. Determines the state of the order. */
  readonly placedAt: string;
  /** Body of the request that placed it. */
  readonly order: { readonly [name: string]: unknown };
}
