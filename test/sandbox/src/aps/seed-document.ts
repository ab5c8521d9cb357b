import type { Period } from "./catalogue.js";

/** What a bus begins with, in place of the built-in accounts and plans. All ids are those that calls will name. */
export interface SandboxSeed {
  /** Customers and resellers. */
  readonly accounts: readonly AccountSeed[];
  /** Service plans with their prices, in USD. */
  readonly plans: readonly PlanSeed[];
  /** Orders that were placed before. @defaultValue none */
  readonly orders?: readonly OrderSeed[];
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
  readonly companyName: string;
  /** @defaultValue `"CLIENT"` */
  readonly type?: "CLIENT" | "RESELLER";
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
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
  readonly name: string;
  readonly shortDescription?: string;
  readonly longDescription?: string;
  /** For which periods it can be had; at least one. */
  readonly offers: readonly OfferSeed[];
  /** What can be ordered beyond the plan's own fee. @defaultValue none */
  readonly rates?: readonly RateSeed[];
}

/** What a plan costs for one period. Amounts are texts such as `"12.50"`. */
export interface OfferSeed {
  readonly period: Period;
  /** Once, with the first order. @defaultValue `"0.00"` */
  readonly setupFee?: string;
  readonly recurringFee: string;
}

/** A resource of a plan: what is included of it, and what more costs. */
export interface RateSeed {
  /** UUID: what an order names. */
  readonly resourceId: string;
  readonly name: string;
  /** @defaultValue `"0"` */
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
