import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createMemoryNonceStore, type NonceStore } from "apsdirect/oauth1";
import { expect, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { edited, raw, verify } from "../signed-request.js";

const CALLS = counted({ usual: 2_000, long: 100_000 });

/** In bytes. To remember the nonces of half the calls, of a thousand characters each, would take more. */
const NOTICEABLE = 1_000_000;

test(`${CALLS} forged calls are not remembered, neither in the store nor on the heap`, async () => {
  // A single nonce fills it: were one of the forged ones taken, the last call would be refused.
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

/** Half with signatures that fit nothing, half under keys that nobody has; each with a nonce of its own. */
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
    // Not by expect(…), which keeps what it is given to the end of the test.
    if ((error as { problem?: string }).problem !== problem) throw error;
  }
}

/** In bytes, after a collection. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
