import { nodeFetch } from "apsdirect/node";
import { describe, expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { faultyPlatform, healthy, nonceOf, order } from "./faulty-platform.js";
import { breaksDown } from "./turns.js";

const fetches = [
  { by: "the global fetch", fetch: undefined },
  { by: "nodeFetch", fetch: nodeFetch() },
];

test("41: an outage does not become a storm: a thousand calls make at most a hundred attempts more", async () => {
  const CALLS = 1_000;
  const { platform, sdk } = await faultyPlatform([breaksDown(503)]);
  const results = await Promise.allSettled(Array.from({ length: CALLS }, () => sdk.orders.get("o-1")));
  expect(results.every(({ status }) => status === "rejected")).toBe(true);
  expect(platform.requests.length).toBeGreaterThan(CALLS);
  expect(platform.requests.length).toBeLessThanOrEqual(CALLS + 100);
  expect(platform.reusedNonces()).toEqual([]);
});

describe("42: very many calls at once", () => {
  const CALLS = counted({ usual: 500, long: 10_000 });
  /** What a client has unless it is told otherwise. */
  const LIMIT = 50;

  test.each(fetches)("are all answered, through no more connections than allowed, by $by", async ({ fetch }) => {
    const { platform, sdk } = await faultyPlatform([healthy], { fetch });
    const ids = Array.from({ length: CALLS }, (_, index) => `o-${index}`);
    const orders = await Promise.all(ids.map((id) => sdk.orders.get(id)));
    expect(orders.map(({ orderId }) => orderId)).toEqual(ids);
    expect(platform.requests.length).toBe(CALLS);
    expect(platform.mostConnections()).toBeLessThanOrEqual(LIMIT);
    expect(platform.reusedNonces()).toEqual([]);
  });

  test.each(fetches)("place an order each, by $by", async ({ fetch }) => {
    const { platform, sdk } = await faultyPlatform([healthy], { fetch });
    const placed = await Promise.all(Array.from({ length: CALLS }, () => sdk.orders.create(order)));
    expect(new Set(placed.map(({ orderId }) => orderId)).size).toBe(CALLS);
    expect(platform.orders.length).toBe(CALLS);
    expect(platform.mostConnections()).toBeLessThanOrEqual(LIMIT);
    expect(new Set(platform.requests.map(nonceOf)).size).toBe(CALLS);
  });
});
