import type { JsonObject } from "../json.js";

/** Unit and length of a subscription period. */
export type Period = { readonly unit: string; readonly duration: number };

/** Price of a plan for one period. */
export interface PeriodOffer {
  readonly period: Period;
  /** Length of the period in months. Resources are priced per month. */
  readonly months: number;
  /** One-time fee for the first order. */
  readonly setupFee: string;
  /** Fee for the whole period, including the included resources. */
  readonly recurringFee: string;
}

/** Included amount of a resource, and the price of additional units. */
export interface ResourceRate {
  /** APS ID of the billing resource, as used in orders. */
  readonly resourceId: string;
  /** Number of the billing resource. */
  readonly id: number;
  readonly name: string;
  readonly included: string;
  /** Price of one additional unit per month. */
  readonly monthlyFee: string;
}

/** Service plan with its prices. */
export interface ServicePlan {
  readonly apsId: string;
  readonly planId: number;
  readonly name: string;
  readonly shortDescription: string;
  readonly longDescription: string;
  readonly modified: string;
  readonly offers: readonly PeriodOffer[];
  readonly rates: readonly ResourceRate[];
  /** Terms that must be accepted before ordering, as the platform returns them. */
  readonly terms?: readonly JsonObject[];
}

/** Currency of all prices. */
export const currency = "USD";

const month: Period = { unit: "MONTHS", duration: 1 };
const year: Period = { unit: "YEARS", duration: 1 };

/** Plans that can be ordered. */
export const servicePlans: readonly ServicePlan[] = [
  {
    apsId: "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05",
    planId: 10004,
    name: "Backup Standard",
    shortDescription: "Cloud backup",
    longDescription: "Cloud backup with 100 GB and 5 mailboxes.",
    modified: "2024-02-29T23:59:59Z",
    offers: [
      { period: month, months: 1, setupFee: "10.00", recurringFee: "50.00" },
      { period: year, months: 12, setupFee: "10.00", recurringFee: "540.00" },
    ],
    rates: [
      {
        resourceId: "c41a9a0e-3b5d-4c1f-8f27-1d6b9e0a2f44",
        id: 1000118,
        name: "Storage GB",
        included: "100",
        monthlyFee: "0.60",
      },
      {
        resourceId: "91e7d3b8-64c2-4f0a-a5de-0b8c7f3e6a19",
        id: 1000119,
        name: "Mailboxes",
        included: "5",
        monthlyFee: "4.00",
      },
    ],
  },
  {
    apsId: "0584c6bc-d77a-4a15-832e-00ff2aa4a75e",
    planId: 10005,
    name: "Mail Business",
    shortDescription: "Business mail",
    longDescription: "Mail for a company, priced by the mailbox.",
    modified: "2024-03-02T11:20:00Z",
    offers: [
      { period: month, months: 1, setupFee: "0.00", recurringFee: "0.10" },
      { period: year, months: 12, setupFee: "0.00", recurringFee: "1.10" },
    ],
    rates: [
      {
        resourceId: "36b75a31-2a44-4abb-a135-1e0dc847bea3",
        id: 1000120,
        name: "Business mailboxes",
        included: "0",
        monthlyFee: "0.20",
      },
    ],
  },
  {
    apsId: "c1f3deb6-4a6e-4382-8944-741f3f284dfd",
    planId: 10006,
    name: "Website Starter",
    shortDescription: "Website and domain",
    longDescription: "A website of ten pages with its own domain, by the year.",
    modified: "2024-03-09T16:45:30Z",
    offers: [{ period: year, months: 12, setupFee: "25.00", recurringFee: "99.99" }],
    rates: [
      {
        resourceId: "8d11491f-0e74-4bc5-b05d-ebbe56d5df2e",
        id: 1000121,
        name: "Web pages",
        included: "10",
        monthlyFee: "0.335",
      },
    ],
  },
];
