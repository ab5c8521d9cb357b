import { ApsClient, FilterUnprovenError, type OrderRequest, OutcomeUnknownError } from "apsdirect";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, reset } from "../../../support/raw-server.js";
import { wordOf } from "./lost-order.js";

const MINUTE = 60_000;
const SENT_AT = Date.parse("2026-05-01T12:00:00.500Z");
const products = [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }];
const order: OrderRequest = { type: "SALES", accountId: "a-1", products };
const old = { type: "SALES", accountId: "a-9", products, orderId: "o-old", creationDate: "2026-05-01T11:00:00Z" };
const ours = { ...order, orderId: "o-1", creationDate: "2026-05-01T12:00:10Z" };

type Shown = Readonly<Record<string, unknown>>;

/** Query to an odd platform. */
interface Question {
  /** Account that the list is filtered by. */
  readonly accountId: string | undefined;
  readonly start: number;
  readonly target: string;
}

/** Platform that returns lists of orders in its own way, and 404 for everything else; with its client. */
async function oddPlatform(
  list: (question: Question) => readonly Shown[] | string,
  { ahead = 0, hasDate = true, now = () => SENT_AT + 11 * MINUTE } = {},
) {
  const server = await rawServer((socket, { line }) => {
    const target = line.split(" ")[1] ?? "";
    if (!target.includes("/orders?")) return void socket.write(answer("", { status: 404 }));
    const accountId = /eq\(accountId,([^)]*)\)/.exec(target)?.[1];
    const listed = list({ accountId, start: Number(/limit\((\d+),/.exec(target)?.[1]), target });
    const headers = hasDate ? { date: new Date(now() + ahead).toUTCString() } : undefined;
    socket.write(typeof listed === "string" ? listed : json(listed, headers && { headers }));
  });
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, maxRetries: 0 });
  const settle = (sent = order) => sdk.orders.settle({ order: sent, sentAt: new Date(SENT_AT) }, { now });
  return { server, sdk, settle };
}

/** Orders of the requested account, page by page. */
const filtering =
  (...orders: readonly Shown[]) =>
  ({ accountId, start }: Question) =>
    orders.filter((shown) => accountId === undefined || shown["accountId"] === accountId).slice(start);

describe("F6: a filter is proven by an order that it finds", () => {
  test("F6: of any account; after that, an empty result counts", async () => {
    const { settle, server } = await oddPlatform(filtering(old));
    expect((await settle()).verdict).toBe("not-placed");
    const asked = server.requests.map(({ line }) => /\?(.*),sort/.exec(line)?.[1] ?? "all");
    expect(asked).toEqual(["eq(accountId,a-1)", "all", "eq(accountId,a-9)", "all"]);
  });

  test("F6: and remains proven for an hour, for IDs with the same spelling", async () => {
    let time = SENT_AT + 11 * MINUTE;
    const { settle, server } = await oddPlatform(filtering(old), { now: () => time });
    const proofs = () => server.requests.filter(({ line }) => line.includes("eq(accountId,a-9)")).length;
    await settle();
    expect((await settle()).verdict).toBe("not-placed");
    expect(proofs()).toBe(1);
    expect((await settle({ ...order, accountId: "A-1" })).verdict).toBe("not-placed"); // read without the filter
    expect(server.requests.filter(({ line }) => line.includes("eq(accountId,A-1)"))).toHaveLength(1);
    time += 61 * MINUTE;
    await settle();
    expect(proofs()).toBe(2);
  });

  test("F6: but not for an ID in another case, which the platform may not find", async () => {
    const [ourAccount, theirs] = ["3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10", "ad2b10d4-5478-47f5-b949-3577570c4a25"];
    const { settle } = await oddPlatform(filtering({ ...ours, accountId: ourAccount }, { ...old, accountId: theirs }));
    const sent = (accountId: string): OrderRequest => ({ type: "SALES", accountId, products });
    expect((await settle(sent("00000000-0000-4000-8000-0000000000ab"))).verdict).toBe("not-placed");
    expect((await settle(sent(ourAccount.toUpperCase()))).verdict).toBe("placed");
  });

  test("F6: but not if it misses an existing order, although it finds others", async () => {
    const list = ({ accountId, start }: Question) =>
      accountId === "a-1"
        ? []
        : filtering({ ...ours, creationDate: "2026-05-01T11:30:00Z" }, old)({ accountId, start, target: "" });
    const { sdk } = await oddPlatform(list);
    await expect(sdk.orders.findRecent({ accountId: "a-1", since: new Date() })).rejects.toThrow(FilterUnprovenError);
  });

  test("F6: but not if it matches by a prefix", async () => {
    const neighbour = { ...ours, accountId: "a-10", orderId: "o-10" };
    const list = ({ accountId, start }: Question) =>
      [neighbour, old].filter((shown) => shown.accountId.startsWith(accountId ?? "")).slice(start);
    const { sdk, settle } = await oddPlatform(list);
    await expect(sdk.orders.findRecent({ accountId: "a-1", since: new Date() })).rejects.toThrow(FilterUnprovenError);
    expect((await settle()).verdict).toBe("not-placed"); // read without the filter, back to an older order
  });

  test("F6: so an empty platform proves nothing: FILTER_UNPROVEN", async () => {
    const { settle, sdk } = await oddPlatform(() => []);
    expect(wordOf(await settle())).toBe("FILTER_UNPROVEN");
    const finding = sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
    await expect(finding).rejects.toMatchObject({ code: "FILTER_UNPROVEN", operation: "orders.findRecent" });
    await expect(finding).rejects.toThrow("use orders.settle(error)");
  });

  test.each([400, 500])("F6: so a refusal with %i proves nothing; findRecent keeps it as the cause", async (status) => {
    const { sdk } = await oddPlatform(() => answer("", { status }));
    const finding = sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
    await expect(finding).rejects.toMatchObject({ code: "FILTER_UNPROVEN", cause: { status } });
  });

  test.each([401, 403, 429, 503])("F6: a %i is thrown, because it says nothing about the filter", async (status) => {
    const { settle } = await oddPlatform(() => answer("", { status }));
    await expect(settle()).rejects.toMatchObject({ status });
  });
});

describe("F6: the clock of the platform", () => {
  test.each([0, 60 * MINUTE, -60 * MINUTE])(
    "F6: is ahead by %i ms: an order is older or younger by it",
    async (ahead) => {
      const dated = (seconds: number) => new Date(SENT_AT + ahead + seconds * 1_000).toISOString().replace(/\.\d+/, "");
      const at = (seconds: number) => oddPlatform(filtering({ ...ours, creationDate: dated(seconds) }, old), { ahead });
      expect(wordOf(await (await at(10)).settle())).toBe("placed");
      expect(wordOf(await (await at(1)).settle())).toBe("DATE_UNCERTAIN");
      expect(wordOf(await (await at(-1)).settle())).toBe("DATE_UNCERTAIN");
      expect(wordOf(await (await at(-30)).settle())).toBe("not-placed");
    },
  );

  test("F6: is unknown without a Date header, so a day in both directions is uncertain", async () => {
    const at = (creationDate: string) => oddPlatform(filtering({ ...ours, creationDate }, old), { hasDate: false });
    expect(wordOf(await (await at("2026-05-01T12:01:00Z")).settle())).toBe("DATE_UNCERTAIN");
    expect(wordOf(await (await at("2026-05-03T12:01:00Z")).settle())).toBe("placed");
    expect(wordOf(await (await at("2026-04-29T12:01:00Z")).settle())).toBe("not-placed");
  });

  test("F6: may be behind the clock that dates orders, which an order from the future shows", async () => {
    const twin = { ...ours, creationDate: "2026-05-01T12:00:20Z" };
    const another = [{ planId: "p-2", period: { unit: "MONTHS", duration: 1 } }];
    const future = {
      ...ours,
      products: another,
      orderId: "o-f",
      creationDate: new Date(SENT_AT + 12 * MINUTE).toISOString(),
    };
    const { settle } = await oddPlatform(filtering(future, twin, old));
    expect(wordOf(await settle())).toBe("DATE_UNCERTAIN");
  });
});

test("F6: a list from a cache may lack the order", async () => {
  const cached = ({ accountId, start }: Question) => {
    const headers = { age: "30", date: new Date(SENT_AT + 10 * MINUTE).toUTCString() };
    return json(accountId === undefined && start === 0 ? [old] : [], { headers });
  };
  const { settle, sdk } = await oddPlatform(cached);
  expect(wordOf(await settle())).toBe("LIST_INCOMPLETE");
  const finding = sdk.orders.findRecent({ accountId: "a-1", since: new Date() });
  await expect(finding).rejects.toBeInstanceOf(FilterUnprovenError);
});

describe("F6: an order that shows few fields", () => {
  test.each([
    { what: "no date", shown: { creationDate: undefined }, want: "FIELD_NOT_SHOWN" },
    { what: "a date that cannot be read", shown: { creationDate: "May 1st" }, want: "FIELD_NOT_SHOWN" },
    { what: "a date without a time zone", shown: { creationDate: "2026-05-01T12:00:10" }, want: "DATE_UNCERTAIN" },
    { what: "no ID", shown: { orderId: undefined }, want: "FIELD_NOT_SHOWN" },
    { what: "null for an ID", shown: { orderId: null, id: null }, want: "FIELD_NOT_SHOWN" },
  ])("F6: $what: $want", async ({ shown, want }) => {
    const { settle } = await oddPlatform(filtering({ ...ours, ...shown }, old));
    expect(wordOf(await settle())).toBe(want);
  });

  test("F6: shows more fields when it is read by its ID", async () => {
    const server = await rawServer((socket, { line }) => {
      if (line.includes("/orders/o-1")) return void socket.write(json(ours));
      const { products: _, ...listed } = ours;
      const headers = { date: new Date(SENT_AT + MINUTE).toUTCString() };
      const isFirst = line.includes("limit(0,");
      socket.write(json(isFirst ? [listed] : [], { headers }));
    });
    const sdk = new ApsClient({ baseUrl: server.origin, credentials });
    const settlement = await sdk.orders.settle({ order, sentAt: new Date(SENT_AT) }, { now: () => SENT_AT + MINUTE });
    expect(settlement).toEqual({ verdict: "placed", order: ours });
  });

  test("F6: counts separately, if it shows no ID and looks like another order", async () => {
    const nameless = { ...ours, orderId: undefined };
    const { settle } = await oddPlatform(filtering(nameless, nameless, old));
    expect(wordOf(await settle())).toBe("SEVERAL_MATCH");
  });
});

describe("F6: orders that may all belong to the key's own account", () => {
  const RESELLER = "3877a739-d939-43a2-86b5-11f3e91adf32";
  const CUSTOMER = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";
  test.each([
    { type: "RESELLER", want: "ACCOUNT_NOT_SEEN" },
    { type: "ADMIN", want: "ACCOUNT_NOT_SEEN" },
    { type: "CLIENT", want: "not-placed" },
    { type: "CLIENT", apsType: "http://parallels.com/pa/bss-account-info/1.0", want: "ACCOUNT_NOT_SEEN" },
  ])("F6: orders of one other account, $type $apsType: $want", async ({ type, apsType = "t", want }) => {
    const server = await rawServer((socket, { line }) => {
      const account = /eq\(accountId,([^)]*)\)/.exec(line)?.[1];
      const listed = line.includes("limit(0,") && account !== CUSTOMER ? [{ ...old, accountId: RESELLER }] : [];
      const headers = { date: new Date(SENT_AT + 11 * MINUTE).toUTCString() };
      const body = line.includes(`/resources/${RESELLER}`) ? { aps: { id: RESELLER, type: apsType }, type } : listed;
      socket.write(json(body, { headers }));
    });
    const sdk = new ApsClient({ baseUrl: server.origin, credentials });
    const sent = { order: { ...order, accountId: CUSTOMER } as OrderRequest, sentAt: new Date(SENT_AT) };
    expect(wordOf(await sdk.orders.settle(sent, { now: () => SENT_AT + 11 * MINUTE }))).toBe(want);
    for (const { headers, line } of server.requests.filter(({ line }) => line.includes("/orders?"))) {
      expect([line, headers.get("aps-actor-scope")]).toEqual([line, "FULL"]);
    }
  });
});

describe("invalid arguments cause a TypeError that says what to pass", () => {
  test("the error of another operation", async () => {
    const server = await rawServer(reset);
    const sdk = new ApsClient({ baseUrl: server.origin, credentials });
    onTestFinished(() => server.close());
    const error: unknown = await sdk.resources.delete("r-1").catch((reason: unknown) => reason);
    const settling = sdk.orders.settle(error as OutcomeUnknownError);
    await expect(settling).rejects.toThrow(
      "orders.settle accepts only errors of orders.create, but this is an error of resources.delete",
    );
    await expect(settling).rejects.toBeInstanceOf(TypeError);
  });

  test("the error of another process", async () => {
    const { sdk } = await oddPlatform(() => []);
    const sent = {
      target: "POST /aps/2/services/order-manager/orders",
      sentAt: new Date(SENT_AT).toISOString(),
      nonce: undefined,
      bodySha256: undefined,
      requestSent: "perhaps",
      responseStarted: false,
      status: undefined,
    } as const;
    const error = new OutcomeUnknownError({ operation: "orders.create", reference: "r" }, sent, "it was lost");
    await expect(sdk.orders.settle(error)).rejects.toThrow("Pass { order, sentAt } instead");
  });

  test("an invalid date, and options out of range", async () => {
    const { sdk, server } = await oddPlatform(() => []);
    await expect(sdk.orders.settle({ order, sentAt: "yesterday" })).rejects.toThrow(
      'sentAt must be a date, but is "yesterday"',
    );
    const sentAt = new Date(SENT_AT);
    await expect(sdk.orders.settle({ order, sentAt }, { lateAfter: -1 })).rejects.toThrow("lateAfter must be a number");
    await expect(sdk.orders.settle({ order, sentAt }, { maxOrders: Number.NaN })).rejects.toThrow("maxOrders");
    expect(server.requests).toEqual([]);
  });
});
