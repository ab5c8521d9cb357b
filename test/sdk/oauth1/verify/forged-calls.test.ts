import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createMemoryNonceStore, type NonceStore } from "apsdirect/oauth1";
import { expect, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { edited, raw, verify } from "../signed-request.js";

const CALLS = counted({ usual: 2_000, long: 100_000 });

/** Limit in bytes. Storing the nonces of half the calls, of a thousand characters each, would need more. */
const NOTICEABLE = 1_000_000;

test(`${CALLS} forged calls leave nothing in the store or on the heap`, async () => {
  // A single nonce fills the store: if it had accepted a forged one, the last call would be refused.
  const nonceStore = createMemoryNonceStore({ capacity: 1 });
  const claims: string[] = [];
  const observed: NonceStore = {
    claim(key, seconds) {
      claims.push(key);
      return nonceStore.claim(key, seconds);
    },
  };
  await forge(500, observed); // what is compiled and kept by the first calls is not theirs
  const before = heapUsed();
  await forge(CALLS, observed);
  expect(heapUsed() - before).toBeLessThan(NOTICEABLE);
  expect(claims).toEqual([]);
  await expect(verify(raw(), { nonceStore: observed })).resolves.toBeDefined();
});

/** Half of the calls have wrong signatures, and half have unknown keys. Each has its own nonce. */
async function forge(calls: number, nonceStore: NonceStore): Promise<void> {
  for (let call = 0; call < calls; call += 1) {
    const nonce = `${call}-${"n".repeat(1_000)}`;
    const forged = edited((authorization) =>
      authorization
        .replace('"n1"', `"${nonce}"`)
        .replace('"vendor-1"', call % 2 === 0 ? '"vendor-1"' : `"stranger-${call}"`),
    );
    const problem = call % 2 === 0 ? "signature_invalid" : "consumer_key_unknown";
    const error = await verify(raw(forged), { nonceStore }).catch((reason: unknown) => reason);
    // Without expect(…), which keeps its arguments until the test ends.
    if ((error as { problem?: string }).problem !== problem) throw error;
  }
}

/** Returns the heap size in bytes, after a garbage collection. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
