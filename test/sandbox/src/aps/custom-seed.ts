import { createHash } from "node:crypto";
import * as z from "zod";
import { Failure } from "../failure.js";
import type { Json } from "../json.js";
import type { PeriodOffer, ServicePlan } from "./catalogue.js";
import { checkOrder } from "./checked-order.js";
import { parseDecimal } from "./money.js";
import type { ApsResource } from "./resource.js";
import { type BusSeed, buildBusSeed, platformResources } from "./seed.js";
import type { SeededAccount } from "./seed-accounts.js";
import type { SandboxSeed } from "./seed-document.js";
import { SeedError } from "./seed-error.js";

const id = z.guid();
const amount = z.string().refine((text) => parseDecimal(text) !== undefined, 'Expected an amount such as "12.50"');
const jsonObject = z.record(z.string(), z.json());

const document = z.strictObject({
  accounts: z.array(
    z.strictObject({
      apsId: id,
      companyName: z.string().min(1),
      type: z.enum(["CLIENT", "RESELLER"]).default("CLIENT"),
      givenName: z.string().default(""),
      familyName: z.string().default(""),
      email: z.string().default(""),
      locality: z.string().default(""),
      countryName: z.string().length(2).default("us"),
      parentId: id.optional(),
    }),
  ),
  plans: z.array(
    z.strictObject({
      apsId: id,
      name: z.string().min(1),
      shortDescription: z.string().default(""),
      longDescription: z.string().default(""),
      offers: z
        .array(
          z.strictObject({
            period: z.strictObject({ unit: z.enum(["MONTHS", "YEARS"]), duration: z.int().min(1) }),
            setupFee: amount.default("0.00"),
            recurringFee: amount,
          }),
        )
        .min(1),
      rates: z
        .array(
          z.strictObject({
            resourceId: id,
            name: z.string().min(1),
            included: amount.default("0"),
            monthlyFee: amount,
          }),
        )
        .default([]),
      terms: z.array(jsonObject).default([]),
    }),
  ),
  reasonCodes: z.array(jsonObject).default([]),
  orders: z.array(z.strictObject({ orderId: id, placedAt: z.iso.datetime(), order: jsonObject })).default([]),
  resources: z.array(z.object({ aps: z.object({ id, type: z.string().min(1) }) }).catchall(z.json())).default([]),
});

type Document = z.output<typeof document>;

/**
 * Completes a seed.
 *
 * @throws {@link SeedError} with all problems
 */
export function readSeed(given: SandboxSeed): BusSeed {
  const parsed = document.safeParse(given);
  if (!parsed.success) {
    throw new SeedError(parsed.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`));
  }
  const seed = buildSeed(parsed.data);
  throwIfAny([...findDuplicateIds(parsed.data), ...findUnknownParents(parsed.data)]);
  throwIfAny(findInvalidOrders(seed)); // checked last, because orders refer to the rest of the seed
  return seed;
}

function buildSeed({ accounts, plans, orders, resources, reasonCodes }: Document): BusSeed {
  let rates = 0;
  return buildBusSeed({
    accounts: accounts.map((account, index): SeededAccount => {
      const { parentId, ...rest } = account;
      const numbered = { ...rest, id: 1000031 + index, bssId: deriveId(account.apsId), modified };
      return parentId === undefined ? numbered : { ...numbered, parentId };
    }),
    plans: plans.map(
      (plan, index): ServicePlan => ({
        ...plan,
        planId: 10001 + index,
        modified,
        offers: plan.offers.map((offer): PeriodOffer => ({ ...offer, months: monthsOf(offer.period) })),
        rates: plan.rates.map((rate) => ({ ...rate, id: 1000101 + rates++ })),
      }),
    ),
    others: resources.map(
      ({ aps, ...rest }): ApsResource => ({ ...rest, aps: { status: "aps:ready", revision: 1, modified, ...aps } }),
    ),
    reasonCodes,
    orders: orders.map(({ orderId, placedAt, order }) => ({ orderId, placedAt: Date.parse(placedAt), request: order })),
  });
}

/** Modification time of resources for which the seed does not specify one. */
const modified = "2024-01-20T06:00:00Z";

function monthsOf({ unit, duration }: PeriodOffer["period"]): number {
  return unit === "YEARS" ? duration * 12 : duration;
}

/** Derives the same id on every start, because a data file stores the seed as given. */
function deriveId(apsId: string): string {
  const hex = createHash("sha256").update(`${apsId} billing record`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

function findDuplicateIds({ accounts, plans, orders, resources }: Document): readonly string[] {
  const named: ReadonlyArray<readonly [path: string, id: string]> = [
    ...accounts.map(({ apsId }, index) => [`accounts[${index}].apsId`, apsId] as const),
    ...plans.flatMap(({ apsId, rates }, index) => [
      [`plans[${index}].apsId`, apsId] as const,
      ...rates.map((rate, at) => [`plans[${index}].rates[${at}].resourceId`, rate.resourceId] as const),
    ]),
    ...resources.map(({ aps }, index) => [`resources[${index}].aps.id`, aps.id] as const),
    ...orders.map(({ orderId }, index) => [`orders[${index}].orderId`, orderId] as const),
  ];
  const first = new Map<string, string>(platformResources.map(({ aps }) => [aps.id, "a service of the platform"]));
  return named.flatMap(([path, id]) => {
    const holder = first.get(id);
    if (holder !== undefined) return [`${path}: ${id} is already used by ${holder}`];
    first.set(id, path);
    return [];
  });
}

function findUnknownParents({ accounts }: Document): readonly string[] {
  const resellers = new Set(accounts.filter(({ type }) => type === "RESELLER").map(({ apsId }) => apsId));
  return accounts.flatMap(({ parentId }, index) =>
    parentId === undefined || resellers.has(parentId)
      ? []
      : [`accounts[${index}].parentId: ${parentId} is not a reseller of this seed`],
  );
}

function findInvalidOrders({ resources, plans, orders }: BusSeed): readonly string[] {
  const find = (id: string) => resources.find(({ aps }) => aps.id === id);
  return orders.flatMap(({ request }, index) => {
    const reason = findOrderProblem(request, { find, plans });
    return reason === undefined ? [] : [`orders[${index}].order: ${reason}`];
  });
}

function findOrderProblem(request: Json, catalogue: Parameters<typeof checkOrder>[1]): string | undefined {
  try {
    checkOrder(request, catalogue);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

function throwIfAny(findings: readonly string[]): void {
  if (findings.length > 0) throw new SeedError(findings);
}

/** Formats a path such as `accounts[0].apsId`. The empty path is `seed`. */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return text === "" ? "seed" : text.replace(/^\./, "");
}
