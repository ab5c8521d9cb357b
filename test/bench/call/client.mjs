/** Measures one candidate in a process of its own: CPU microseconds of a call, the process's own. */
import { candidates } from "./candidates.mjs";

const [name, origin, concurrency, calls] = process.argv.slice(2);
const call = await candidates[name]({ origin, concurrency: Number(concurrency) });
const { orderId } = await call();
if (orderId === undefined) throw new Error(`${name} did not read the order`);

await made(Number(calls)); // until the compilers of the engine have done their work
const before = process.cpuUsage();
await made(Number(calls));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(calls));
process.exit();

/** Makes so many calls, some of them at once. */
async function made(count) {
  let left = count;
  const one = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, one));
}
