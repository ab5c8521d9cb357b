import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, tracingChannel, unsubscribe } from "node:diagnostics_channel";
import { afterEach, expect, test } from "vitest";
import { platform } from "../../support/platform.js";
import { answer, json, reset } from "../../support/raw-server.js";

const account = json({ aps: { id: "a-1", type: "t" } });
const channel = tracingChannel("apsdirect:call");
type Told = readonly [event: string, context: Readonly<Record<string, unknown>>];

const subscriptions: (() => void)[] = [];
afterEach(() => {
  for (const end of subscriptions.splice(0)) end();
});

/** Records traced calls until the test ends. The context of a call is copied, because it is completed at the end. */
function told(): readonly Told[] {
  const events: Told[] = [];
  const handlers = Object.fromEntries(
    ["start", "asyncEnd", "error"].map((event) => [event, (context: object) => events.push([event, { ...context }])]),
  );
  channel.subscribe(handlers as never);
  subscriptions.push(() => channel.unsubscribe(handlers as never));
  return events;
}

test("a call is one span of the tracing channel apsdirect:call, regardless of its attempts", async () => {
  const events = told();
  const { sdk } = await platform([reset, account]);
  await sdk.accounts.get("a-1", { reference: "r-1" });
  expect(events).toMatchObject([
    ["start", { operation: "accounts.get", reference: "r-1", method: "GET", safety: "safe" }],
    ["asyncEnd", { operation: "accounts.get", reference: "r-1", attempts: 2, status: 200 }],
  ]);
});

test("a failed call ends its span with its error, and reveals neither request nor response", async () => {
  const events = told();
  const { sdk } = await platform([answer('{"message":"canary"}', { status: 404 })]);
  await expect(sdk.accounts.list("eq(companyName,canary)").all({ max: 1 })).rejects.toThrow("404");
  const [start, failure] = events;
  expect(start?.[1]["url"]).toMatch(/\/accounts$/);
  expect(failure?.[0]).toBe("error");
  expect(failure?.[1]["error"]).toMatchObject({ code: "NOT_FOUND" });
  expect(JSON.stringify(start)).not.toContain("canary");
});

test("the requests of a call are within its span", async () => {
  const storage = new AsyncLocalStorage<{ readonly operation: string }>();
  channel.start.bindStore(storage, (context) => context as { readonly operation: string });
  const within: unknown[] = [];
  const onRequest = (): unknown => within.push(storage.getStore()?.operation);
  subscribe("undici:request:create", onRequest);
  subscriptions.push(() => {
    channel.start.unbindStore(storage);
    unsubscribe("undici:request:create", onRequest);
  });
  const { sdk } = await platform([account]);
  await Promise.all([sdk.accounts.get("a-1"), sdk.users.get("u-1")]);
  expect(new Set(within)).toEqual(new Set(["accounts.get", "users.get"]));
});

test("without a subscriber, a call behaves as before", async () => {
  expect(channel.hasSubscribers).toBe(false);
  const { sdk } = await platform([account]);
  expect((await sdk.accounts.get("a-1")).aps.id).toBe("a-1");
});
