/**
 * Makes as many calls as the first argument says, to a sandbox in a process of its own, and prints
 * `{"early":…,"late":…}`: bytes of the heap after a collection, after as many calls as the second argument says and in
 * the end.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const [calls, earlyCalls] = process.argv.slice(2).map(Number);
const AT_ONCE = 32;

const sandbox = fork(fileURLToPath(new URL("sandbox.mjs", import.meta.url)));
const [{ baseUrl, credentials, certificate }] = await once(sandbox, "message");
const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: certificate }) });
const [account] = await sdk.accounts.list((a) => [a.limit(0, 1)]).all({ max: 1 });

await made(earlyCalls);
const early = heap();
await made(calls - earlyCalls);
const late = heap();
sandbox.kill();
process.stdout.write(JSON.stringify({ early, late }));

/** Reads an account so many times. */
async function made(count) {
  let left = count;
  const one = async () => {
    while (left-- > 0) await sdk.accounts.get(account.aps.id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function heap() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
