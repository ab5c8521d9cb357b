import { type Fault, startSandbox } from "@apsdirect/sandbox";
import {
  ApsClient,
  type OrderRequest,
  type OrderSettlement,
  type OutcomeUnknownError,
  type SettleOptions,
} from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { oauth1Signer } from "apsdirect/oauth1";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  MINUTE,
  NORTHWIND,
  ORDERS,
  order,
  otherAccount,
  otherProducts,
  SECOND,
  Stage,
  sale,
  wordOf,
} from "./lost-order.js";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.place(otherAccount);
  await stage.place(otherProducts);
});
beforeEach(() => stage.nextDay());
afterAll(() => stage.sandbox.close());

/** Faults of the order list, by effect. */
const platforms: { readonly [name: string]: readonly Fault[] } = {
  known: [],
  ignored: [{ kind: "filters", how: "ignored", path: ORDERS }],
  "refused with 400": [{ kind: "filters", how: "refused", path: ORDERS }],
  "refused with 500": [{ kind: "filters", how: "refused", status: 500, path: ORDERS }],
  "unknown, so that nothing is found": [{ kind: "filters", how: "empty", path: ORDERS }],
};
const hidden: Fault = { kind: "hidden-properties", properties: ["accountId"], path: ORDERS };

/** Fates of the order. A gateway may execute it after the connection was lost. */
const fates: { readonly [name: string]: { readonly fault: Fault; readonly isExecuted: boolean } } = {
  "never executed": { fault: { kind: "reset" }, isExecuted: false },
  "executed at once": { fault: { kind: "reset", when: "after" }, isExecuted: true },
  "executed five seconds later": { fault: { kind: "late", milliseconds: 5 * SECOND }, isExecuted: true },
  "executed five minutes later": { fault: { kind: "late", milliseconds: 5 * MINUTE }, isExecuted: true },
};

/** Orders of others, by time before or after sending. */
const others: { readonly [name: string]: readonly (readonly [after: number, order: OrderRequest])[] } = {
  "no other order": [],
  "an identical order half a minute older": [[-30 * SECOND, order]],
  "an identical order two seconds older": [[-2 * SECOND, order]],
  "a younger order of other products": [[30 * SECOND, otherProducts]],
  "a younger order of another account": [[30 * SECOND, otherAccount]],
};

/** Times of the questions, from sending. */
const asked = [1 * SECOND, 40 * SECOND, 6 * MINUTE, 11 * MINUTE];

/** Plays a scenario. Returns each settlement, and the ID that the order has at the end. */
async function tell(story: {
  readonly platform: readonly Fault[];
  readonly fate: Fault;
  readonly others: readonly (readonly [after: number, order: OrderRequest])[];
}): Promise<{ readonly answers: readonly OrderSettlement[]; readonly ownId: string | undefined }> {
  const sdk = stage.client();
  const before = story.others.filter(([after]) => after < 0);
  const after = story.others.filter(([after]) => after >= 0);
  const known: string[] = [];
  for (const [when, request] of before) {
    known.push(await stage.place(request));
    stage.pass(-when);
  }
  known.push(...(await stage.orderIds()));
  const { sentAt } = await stage.lose(sdk, story.fate);
  const answers: OrderSettlement[] = [];
  let left = after;
  for (const moment of asked) {
    for (const [when, request] of left.filter(([when]) => when <= moment)) {
      stage.pass(sentAt.getTime() + when - stage.now());
      known.push(await stage.place(request));
    }
    left = left.filter(([when]) => when > moment);
    stage.pass(sentAt.getTime() + moment - stage.now());
    stage.sandbox.faults.replace(story.platform);
    answers.push(await sdk.orders.settle({ order, sentAt }, { now: stage.now }));
    stage.sandbox.faults.replace([]);
  }
  const ownId = (await stage.orderIds()).find((orderId) => !known.includes(orderId));
  return { answers, ownId };
}

describe.each(Object.keys(platforms))("F6: filters are %s", (platform) => {
  describe.each([false, true])("accounts are hidden: %s", (isHidden) => {
    const neighbours = Object.keys(others).filter((other) => !isHidden || other.includes("an identical order half"));
    const faults = [...(platforms[platform] ?? []), ...(isHidden ? [hidden] : [])];

    test.each(Object.keys(fates).flatMap((fate) => neighbours.map((other) => ({ fate, other }))))(
      "F6: $fate, with $other: no verdict is wrong",
      async ({ fate: name, other }) => {
        const fate = fates[name];
        if (fate === undefined) throw new Error(name);
        const { answers, ownId } = await tell({ platform: faults, fate: fate.fault, others: others[other] ?? [] });
        expect(ownId === undefined).toBe(!fate.isExecuted);
        for (const answer of answers) {
          if (answer.verdict === "not-placed") expect(ownId).toBeUndefined();
          if (answer.verdict === "placed") expect(answer.order.orderId).toBe(ownId);
        }
        const words = answers.map(wordOf);
        expect(words).toEqual(wantOf(name, other, isHidden) ?? words);
      },
    );
  });
});

/** Expected verdicts at each time, if they are determined. Undecided would never be wrong. */
function wantOf(fate: string, other: string, isHidden: boolean): readonly string[] | undefined {
  if (isHidden) return undefined;
  if (other === "an identical order two seconds older") return undefined;
  const early = ["TOO_EARLY", "TOO_EARLY", "TOO_EARLY"];
  if (fate === "never executed") return [...early, "not-placed"];
  if (fate === "executed five seconds later") return ["TOO_EARLY", "placed", "placed", "placed"];
  if (fate === "executed five minutes later") return ["TOO_EARLY", "TOO_EARLY", "placed", "placed"];
  return ["DATE_UNCERTAIN", "DATE_UNCERTAIN", "DATE_UNCERTAIN", "DATE_UNCERTAIN"];
}

/** Loses an order, lets time pass, and settles it. */
async function settled(
  fault: Fault,
  {
    platform = [],
    after = 11 * MINUTE,
    request = order,
    meanwhile = async () => {},
    sdk = stage.client(),
    options = {},
  }: {
    readonly platform?: readonly Fault[];
    readonly after?: number;
    readonly request?: OrderRequest;
    readonly meanwhile?: () => Promise<unknown>;
    readonly sdk?: ApsClient;
    readonly options?: SettleOptions;
  } = {},
): Promise<OrderSettlement> {
  const { sentAt } = await stage.lose(sdk, fault, request);
  stage.pass(30 * SECOND);
  await meanwhile();
  stage.pass(after - 30 * SECOND);
  stage.sandbox.faults.replace(platform);
  return sdk.orders.settle({ order: request, sentAt }, { now: stage.now, ...options });
}

const lateFault: Fault = { kind: "late", milliseconds: 10 * SECOND };

describe("F6: indistinguishable orders", () => {
  test("F6: an identical order that a person placed later, and ours: SEVERAL_MATCH", async () => {
    const answer = await settled(lateFault, { meanwhile: () => stage.place(order) });
    expect(answer).toMatchObject({ verdict: "undecided", reason: "SEVERAL_MATCH", candidates: [{}, {}] });
  });

  test("F6: an identical order that a person placed later instead of ours is mistaken for it, as documented", async () => {
    const answer = await settled({ kind: "reset" }, { meanwhile: () => stage.place(order) });
    expect(answer.verdict).toBe("placed");
  });

  test("F6: an order that does not show its account is a candidate", async () => {
    const answer = await settled(lateFault, { platform: [hidden] });
    expect(answer).toMatchObject({ verdict: "undecided", reason: "FIELD_NOT_SHOWN" });
    expect(answer).toMatchObject({ explanation: expect.stringContaining("accountId") });
  });

  test.each(["products", "creationDate", "type"])(
    "F6: the verdict is never placed if %s is not shown",
    async (property) => {
      const platform: readonly Fault[] = [{ kind: "hidden-properties", properties: [property], path: ORDERS }];
      const answer = await settled(lateFault, { platform });
      expect(answer.verdict).toBe("undecided");
      expect(wordOf(await settled({ kind: "reset" }, { platform }))).not.toBe("placed");
    },
  );
});

describe("F6: an order is placed", () => {
  test.each([
    { what: "an ID that is called id", platform: { kind: "renamed-property", property: "orderId", to: "id" } },
    {
      what: "an account that is called customerId",
      platform: { kind: "renamed-property", property: "accountId", to: "customerId" },
    },
  ] as const)("F6: also with $what", async ({ platform }) => {
    const answer = await settled(lateFault, { platform: [{ ...platform, path: ORDERS }] });
    expect(answer.verdict).toBe("placed");
  });

  test("F6: even if the account was sent in another case", async () => {
    const sdk = stage.client();
    const { sentAt } = await stage.lose(sdk, lateFault);
    stage.pass(MINUTE);
    const upper: OrderRequest = Object({ ...order, accountId: NORTHWIND.toUpperCase() });
    const answer = await sdk.orders.settle({ order: upper, sentAt }, { now: stage.now });
    expect(answer.verdict).toBe("placed");
  });

  test("F6: by the error alone", async () => {
    const client = stage.client();
    const { error, sentAt } = await stage.lose(client, lateFault);
    stage.pass(MINUTE);
    // The error has the machine's time, which differs from the clock of this stage by days.
    const days = sentAt.getTime() - Date.parse(error.sent.sentAt);
    const answer = await client.orders.settle(error, { now: () => stage.now() - days });
    expect(answer).toMatchObject({ verdict: "placed", order: { accountId: NORTHWIND } });
  });
});

describe("F6: a change, renewal or cancellation has the account of its subscription", () => {
  const subscriptionId = "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21";
  const month = { unit: "MONTHS", duration: 1 } as const;
  test.each<OrderRequest>([
    { type: "RENEWAL", subscriptionId },
    { type: "CHANGE", subscriptionId, period: month, resources: [] },
  ])("F6: $type", async (request) => {
    expect((await settled(lateFault, { request })).verdict).toBe("placed");
    stage.nextDay();
    expect((await settled({ kind: "reset" }, { request })).verdict).toBe("not-placed");
    stage.nextDay();
    const answer = await settled(lateFault, {
      request,
      platform: [{ kind: "status", status: 403, path: `/aps/2/resources/${subscriptionId}` }],
    });
    expect(answer).toMatchObject({ verdict: "undecided", reason: "FIELD_NOT_SHOWN" });
  });
});

describe("F6: an inconsistent list proves nothing", () => {
  test.each<{ platform: readonly Fault[]; want: string }>([
    { platform: [{ kind: "unpaged", path: ORDERS }], want: "LIST_INCOMPLETE" },
    { platform: [{ kind: "wrong-total", by: 3, path: ORDERS }], want: "not-placed" },
    { platform: [{ kind: "wrong-total", by: -1, path: ORDERS }], want: "not-placed" },
  ])("F6: $platform.0.kind: $want", async ({ platform, want }) => {
    expect(wordOf(await settled({ kind: "reset" }, { platform }))).toBe(want);
  });
});

test("F6: a platform that lists no orders at all leaves the outcome undecided", async () => {
  const platform: readonly Fault[] = [{ kind: "status", status: 500, path: ORDERS }];
  expect(await settled({ kind: "reset" }, { platform })).toMatchObject({ reason: "LIST_REFUSED", candidates: [] });
});

test("F6: the caller sets lateAfter, and askAgainAt is the time when it has passed", async () => {
  const sdk = stage.client();
  const { sentAt } = await stage.lose(sdk, { kind: "reset" });
  const ask = () => sdk.orders.settle({ order, sentAt }, { now: stage.now, lateAfter: 20 * MINUTE });
  stage.pass(19 * MINUTE);
  const answer = await ask();
  expect(answer).toMatchObject({ reason: "TOO_EARLY", askAgainAt: new Date(sentAt.getTime() + 20 * MINUTE) });
  stage.pass(2 * MINUTE);
  expect((await ask()).verdict).toBe("not-placed");
});

describe("F6: a key that may not see every account", () => {
  const FOURTH_COFFEE = "3877a739-d939-43a2-86b5-11f3e91adf32";
  const rights = ["GET", "POST"].map((method) => ({ apsType: "http://www.odin.com/billing/order-management", method }));

  test.each([
    { isScopeKnown: true, isExecuted: true, want: "placed" },
    { isScopeKnown: true, isExecuted: false, want: "not-placed" },
    { isScopeKnown: false, isExecuted: true, want: "ACCOUNT_NOT_SEEN" },
    { isScopeKnown: false, isExecuted: false, want: "ACCOUNT_NOT_SEEN" },
  ])("F6: is a reseller's; the platform knows APS-Actor-Scope: $isScopeKnown: $want", async (row) => {
    let ahead = -2 * MINUTE;
    const now = () => Date.now() + ahead;
    const allowed = { accountId: FOURTH_COFFEE, allowedOperations: rights };
    const sandbox = await startSandbox({ now, apsUsers: [allowed] });
    onTestFinished(() => sandbox.close());
    const base = nodeFetch({ ca: sandbox.certificate });
    const fetch = (request: Request): Promise<Response> => {
      if (!row.isScopeKnown) request.headers.delete("aps-actor-scope");
      return base(request);
    };
    const clientOf = ({ credentials = sandbox.aps.credentials }) => {
      const signer = oauth1Signer(credentials, { now });
      return new ApsClient({ baseUrl: sandbox.aps.baseUrl, signer, fetch, maxRetries: 0 });
    };
    const parent = { aps: { id: FOURTH_COFFEE } };
    const customer = await clientOf({}).accounts.create({ account: { companyName: "Relecloud", parent } });
    const another = await clientOf({}).accounts.create({ account: { companyName: "Margie's Travel", parent } });
    const reseller = clientOf(sandbox.apsUsers[1] ?? {});
    for (const accountId of [FOURTH_COFFEE, another.accountId]) await reseller.orders.create({ ...sale, accountId });
    ahead = 0;
    const ours: OrderRequest = { ...sale, accountId: customer.accountId };
    sandbox.faults.replace([row.isExecuted ? { ...lateFault, times: 1 } : { kind: "reset", times: 1 }]);
    const error: unknown = await reseller.orders.create(ours).catch((reason: unknown) => reason);
    ahead = 11 * MINUTE;
    expect(wordOf(await reseller.orders.settle(error as OutcomeUnknownError, { now }))).toBe(row.want);
  });

  test("F6: no order of any account is shown: ACCOUNT_NOT_SEEN", async () => {
    expect(wordOf(await settled({ kind: "reset" }, { platform: [hidden] }))).toBe("ACCOUNT_NOT_SEEN");
  });
});
