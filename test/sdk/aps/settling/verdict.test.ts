import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPlatformTime } from "../../../../sdk/src/aps/settling/platform-time.js";
import { compareOrders } from "../../../../sdk/src/aps/settling/same-order.js";
import { readOrder, type ShownOrder } from "../../../../sdk/src/aps/settling/shown-order.js";
import { type ComparedOrder, decide, type SettlementFacts } from "../../../../sdk/src/aps/settling/verdict.js";
import { counted } from "../../../support/counts.js";

const ACCOUNT = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
const OTHER_ACCOUNT = "ad2b10d4-5478-47f5-b949-3577570c4a25";
const PLAN = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";
const OTHER_PLAN = "0584c6bc-d77a-4a15-832e-00ff2aa4a75e";

const ours = {
  type: "SALES",
  accountId: ACCOUNT,
  products: [{ planId: PLAN, period: { unit: "MONTHS", duration: 12 } }],
};

/** Order as it really is, regardless of what the platform shows. */
interface TrueOrder {
  readonly id: string;
  readonly isOurs: boolean;
  readonly isEqual: boolean;
  readonly createdAt: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Display of orders on a platform. */
interface Display {
  readonly hidden: readonly string[];
  readonly isUpperCase: boolean;
  readonly accountField: string;
  readonly idField: string;
  readonly isInYears: boolean;
  readonly date: "seconds" | "milliseconds" | "rounded" | "without a zone";
}

const display: fc.Arbitrary<Display> = fc.record({
  hidden: fc
    .subarray(["type", "account", "products", "creationDate", "id"], { maxLength: 2 })
    .chain((names) =>
      fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(names) }),
    ),
  isUpperCase: fc.boolean(),
  accountField: fc.constantFrom("accountId", "customerId"),
  idField: fc.constantFrom("orderId", "id"),
  isInYears: fc.boolean(),
  date: fc.constantFrom("seconds", "milliseconds", "rounded", "without a zone"),
});

function shownBy(by: Display, { id, createdAt, fields }: TrueOrder): ShownOrder {
  const account = String(fields["accountId"]);
  const shown: Record<string, unknown> = {
    [by.idField]: id,
    type: fields["type"],
    [by.accountField]: by.isUpperCase ? account.toUpperCase() : account,
    products: by.isInYears ? inYears(fields["products"]) : fields["products"],
    creationDate: dateBy(by.date, createdAt),
  };
  const names: Readonly<Record<string, string>> = { account: by.accountField, id: by.idField };
  for (const name of by.hidden) delete shown[names[name] ?? name];
  return readOrder(shown);
}

function inYears(products: unknown): unknown {
  const text = JSON.stringify(products);
  return JSON.parse(text.replaceAll('"unit":"MONTHS","duration":12', '"unit":"YEARS","duration":1'));
}

function dateBy(form: Display["date"], moment: number): string {
  const text = new Date(form === "rounded" ? Math.round(moment / 1000) * 1000 : moment).toISOString();
  if (form === "milliseconds") return text;
  return text.replace(/\.\d{3}Z$/, form === "without a zone" ? "" : "Z");
}

/** World of one order, and the known part of it. Times are in milliseconds from sending. */
const world = fc.record({
  display,
  // From long before to long after, mostly close to sending.
  others: fc.array(
    fc.record({
      at: fc.oneof(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: -600_000, max: 600_000 })),
      accountId: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
      planId: fc.constantFrom(PLAN, PLAN, OTHER_PLAN),
      type: fc.constantFrom("SALES", "SALES", "RENEWAL"),
    }),
    { maxLength: 4 },
  ),
  executedAfter: fc.option(fc.oneof(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 600_000 })), {
    nil: undefined,
  }),
  askedAfter: fc.integer({ min: 0, max: 900_000 }),
  // Offset of the platform's clock, and the precision with which it is known.
  offset: fc.integer({ min: -3_600_000, max: 3_600_000 }),
  unsure: fc.record({ below: fc.integer({ min: 0, max: 1_500 }), above: fc.integer({ min: 0, max: 1_500 }) }),
  isProven: fc.boolean(),
  missing: fc.constantFrom(undefined, undefined, "LIST_INCOMPLETE" as const, "TOO_MANY_ORDERS" as const),
  lost: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
});

const SENT_AT = Date.parse("2026-05-01T12:00:00.400Z");
const LATE_AFTER = 600_000;

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Orders that exist at the time of the question, including ours. No other is equal and younger: no one could tell. */
function ordersOf({ others, executedAfter, askedAfter, offset }: World): readonly TrueOrder[] {
  const made = others.map(({ at, ...fields }, index): TrueOrder => {
    const { planId, ...rest } = fields;
    const products = [{ planId, period: { unit: "MONTHS", duration: 12 } }];
    const isEqual = fields.accountId === ACCOUNT && planId === PLAN && fields.type === "SALES";
    const createdAt = SENT_AT + offset + (isEqual ? -Math.abs(at) - 1 : at);
    return { id: `other-${index}`, isOurs: false, isEqual, createdAt, fields: { ...rest, products } };
  });
  const own: readonly TrueOrder[] =
    executedAfter === undefined
      ? []
      : [{ id: "own", isOurs: true, isEqual: true, createdAt: SENT_AT + offset + executedAfter, fields: ours }];
  return [...made, ...own].filter(({ createdAt }) => createdAt <= SENT_AT + offset + askedAfter);
}

function factsOf(given: World): SettlementFacts {
  const { display, askedAfter, offset, unsure, isProven, missing, lost } = given;
  const all = ordersOf(given);
  // An unproven query may find nothing at all, and an incomplete list may lack any order.
  const found = isProven || missing !== undefined ? all : [];
  const left = missing === undefined ? found : found.filter((_, index) => !lost.includes(index));
  const orders = left.map((order): ComparedOrder => {
    const shown = shownBy(display, order);
    const comparison = compareOrders({ order: ours, accountId: ACCOUNT, referencePath: undefined }, shown.fields);
    return { shown, comparison, reference: undefined };
  });
  const sent = toPlatformTime(SENT_AT, { earliest: offset - unsure.below, latest: offset + unsure.above });
  const mayArriveUntil = askedAfter < LATE_AFTER ? new Date(SENT_AT + LATE_AFTER) : undefined;
  return { orders, sent, missing, isProven, mayArriveUntil };
}

test("F6: no verdict is wrong, regardless of what the platform shows", () => {
  const made = new Map<string, number>();
  const property = fc.property(world, (given) => {
    const settlement = decide(factsOf(given));
    const word = settlement.verdict === "undecided" ? settlement.reason : settlement.verdict;
    made.set(word, (made.get(word) ?? 0) + 1);
    if (settlement.verdict === "not-placed") expect(given.executedAfter).toBeUndefined();
    if (settlement.verdict === "placed") expect(settlement.order.orderId ?? settlement.order.id).toBe("own");
  });
  fc.assert(property, { numRuns: counted({ usual: 5_000, long: 200_000 }), seed: 20_260_501 });
  const words = ["placed", "not-placed", "TOO_EARLY", "FIELD_NOT_SHOWN", "SEVERAL_MATCH", "DATE_UNCERTAIN"];
  for (const word of [...words, "FILTER_UNPROVEN", "LIST_INCOMPLETE", "TOO_MANY_ORDERS"]) {
    expect([word, (made.get(word) ?? 0) > 20]).toEqual([word, true]);
  }
});

describe("a field that carries the reference decides alone", () => {
  const sent = { earliest: SENT_AT, latest: SENT_AT };
  const facts = { sent, missing: undefined, isProven: true, mayArriveUntil: undefined };
  const compared = (
    reference: ComparedOrder["reference"],
    fields: Readonly<Record<string, unknown>>,
  ): ComparedOrder => {
    const shown = readOrder({ orderId: "o-1", ...fields });
    return {
      shown,
      comparison: compareOrders({ order: ours, accountId: ACCOUNT, referencePath: ["poNumber"] }, shown.fields),
      reference,
    };
  };
  const older = { ...ours, creationDate: "2020-01-01T00:00:00Z" };
  const younger = { ...ours, creationDate: "2026-05-01T12:01:00Z" };

  test.each([
    { what: "one that shows it, with any date", orders: [compared("equal", older)], want: "placed" },
    { what: "one that shows it, with any other fields", orders: [compared("equal", {})], want: "placed" },
    { what: "two that show it", orders: [compared("equal", older), compared("equal", younger)], want: "SEVERAL_MATCH" },
    { what: "an equal one with another reference", orders: [compared("different", younger)], want: "not-placed" },
    { what: "an equal one that does not show it", orders: [compared("not-shown", younger)], want: "FIELD_NOT_SHOWN" },
    { what: "none", orders: [], want: "not-placed" },
  ])("$what: $want", ({ orders, want }) => {
    const settlement = decide({ ...facts, orders });
    expect(settlement.verdict === "undecided" ? settlement.reason : settlement.verdict).toBe(want);
  });

  test("but not before enough time has passed", () => {
    const mayArriveUntil = new Date(SENT_AT + LATE_AFTER);
    const orders = [compared("different", younger)];
    expect(decide({ ...facts, orders, mayArriveUntil })).toMatchObject({
      reason: "TOO_EARLY",
      askAgainAt: mayArriveUntil,
    });
  });
});
