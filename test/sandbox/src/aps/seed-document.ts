import type { Period } from "./catalogue.js";

/** What a bus begins with, in place of the built-in accounts and plans. All ids are those that calls will name. */
export interface SandboxSeed {
  /** Customers and resellers. */
  readonly accounts: readonly AccountSeed[];
  /** Service plans with their prices, in USD. */
  readonly plans: readonly PlanSeed[];
  /** Orders that were placed before. @defaultValue none */
  readonly orders?: readonly OrderSeed[];
  /** What `orders.listReasonCodes()` gives. The platform's fields are not documented. @defaultValue none */
  readonly reasonCodes?: ReadonlyArray<{ readonly [name: string]: unknown }>;
  /** Resources of any other type, such as subscriptions, as the bus shows them. @defaultValue none */
  readonly resources?: ReadonlyArray<{
    readonly aps: { readonly id: string; readonly type: string };
    readonly [name: string]: unknown;
  }>;
}

/** An account. Its numeric `id` is given by its place. */
export interface AccountSeed {
  /** UUID. */
  readonly apsId: string;
  /** What lists show, and filters look for. */
  readonly companyName: string;
  /** What it is. @defaultValue `"CLIENT"` */
  readonly type?: "CLIENT" | "RESELLER";
  /** Of the person to talk to. */
  readonly givenName?: string;
  /** Of the person to talk to. */
  readonly familyName?: string;
  /** Of the person to talk to. */
  readonly email?: string;
  /** The town of its address. */
  readonly locality?: string;
  /** Two letters. @defaultValue `"us"` */
  readonly countryName?: string;
  /** APS ID of the reseller it belongs to. @defaultValue the provider's own */
  readonly parentId?: string;
}

/** A service plan. Its numeric `planId`, and the `id` of each of its resources, are given by their places. */
export interface PlanSeed {
  /** UUID. */
  readonly apsId: string;
  /** In English. */
  readonly name: string;
  /** In English. */
  readonly shortDescription?: string;
  /** In English. */
  readonly longDescription?: string;
  /** For which periods it can be had; at least one. */
  readonly offers: readonly OfferSeed[];
  /** What can be ordered beyond the plan's own fee. @defaultValue none */
  readonly rates?: readonly RateSeed[];
  /** What `orders.termsAndConditions()` says has to be agreed to. The platform's fields are not documented. @defaultValue nothing */
  readonly terms?: ReadonlyArray<{ readonly [name: string]: unknown }>;
}

/** What a plan costs for one period. Amounts are texts such as `"12.50"`. */
export interface OfferSeed {
  /** Such as `{ unit: "MONTHS", duration: 1 }`. */
  readonly period: Period;
  /** Once, with the first order. @defaultValue `"0.00"` */
  readonly setupFee?: string;
  /** For each period. */
  readonly recurringFee: string;
}

/** A resource of a plan: what is included of it, and what more costs. */
export interface RateSeed {
  /** UUID: what an order names. */
  readonly resourceId: string;
  /** In English. */
  readonly name: string;
  /** How many of it the plan has in its own fee. @defaultValue `"0"` */
  readonly included?: string;
  /** For one unit above the included ones, per month. */
  readonly monthlyFee: string;
}

/** An order that was placed before. */
export interface OrderSeed {
  /** UUID. */
  readonly orderId: string;
  /** ISO 8601: `"2024-04-03T09:10:11Z"`. Says how far it is. */
  readonly placedAt: string;
  /** What was sent to place it. */
  readonly order: { readonly [name: string]: unknown };
}
