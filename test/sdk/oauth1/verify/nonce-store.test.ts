import { createMemoryNonceStore } from "apsdirect/oauth1";
import { expect, test } from "vitest";

function storeAt(capacity = 10) {
  const clock = { time: 1_000_000 };
  return { clock, store: createMemoryNonceStore({ capacity, now: () => clock.time }) };
}

test("only the first of many concurrent claims wins", async () => {
  const { store } = storeAt();
  const claims = await Promise.all(Array.from({ length: 50 }, () => store.claim("a", 60)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("a claim is stored until it expires, and no longer", async () => {
  const { clock, store } = storeAt();
  await store.claim("a", 60);
  clock.time += 59_999;
  expect(await store.claim("a", 60)).toBe(false);
  clock.time += 1;
  expect(await store.claim("a", 60)).toBe(true);
});

test("a short claim after a long one also expires on time", async () => {
  const { clock, store } = storeAt();
  await store.claim("long", 600);
  await store.claim("short", 1);
  clock.time += 1_000;
  expect(await store.claim("short", 1)).toBe(true);
  expect(await store.claim("long", 600)).toBe(false);
});

test("a key that is claimed again outlives its first claim", async () => {
  const { clock, store } = storeAt();
  await store.claim("long", 10);
  await store.claim("a", 1);
  clock.time += 1_000;
  await store.claim("a", 60);
  clock.time += 10_000;
  expect(await store.claim("a", 60)).toBe(false);
});

test("a full store rejects claims instead of forgetting, and accepts claims again when some have expired", async () => {
  const { clock, store } = storeAt(2);
  await store.claim("a", 60);
  await store.claim("b", 60);
  await expect(store.claim("c", 60)).rejects.toThrow("full");
  expect(await store.claim("a", 60)).toBe(false);
  clock.time += 60_000;
  expect(await store.claim("c", 60)).toBe(true);
});

test("the cost of a claim is constant while as many claims expire as are added", async () => {
  const { clock, store } = storeAt(100_000);
  const started = performance.now();
  for (let count = 0; count < 200_000; count += 1) {
    clock.time += 1;
    await store.claim(String(count), 50);
  }
  expect(performance.now() - started).toBeLessThan(20_000); // a scan of all claims each time would take minutes
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a capacity of %d is a TypeError", (capacity) => {
  expect(() => createMemoryNonceStore({ capacity })).toThrow(TypeError);
});
