// Places an order: node place-order.mjs <base URL> <fetch> <retries> [warm]. With "warm" it opens a connection first, prints
// "warm", and waits for a line. It prints "ended" with what became of the order, and "repeats" before it sends once more.
import { once } from "node:events";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const [baseUrl, kind, retries, isWarm] = process.argv.slice(2);
const sdk = new ApsClient({
  baseUrl,
  credentials: { consumerKey: "key", consumerSecret: "secret" },
  dangerouslyAllowHttp: true,
  maxRetries: Number(retries),
  hooks: { retry: ({ reason }) => process.stdout.write(`repeats ${reason}\n`) },
  ...(kind === "nodeFetch" ? { fetch: nodeFetch() } : {}),
});
if (isWarm === "warm") {
  await sdk.orders.get("o-1");
  process.stdout.write("warm\n");
  await once(process.stdin, "data");
}
const order = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};
const end = await sdk.orders.create(order).then(
  ({ orderId }) => ({ orderId }),
  ({ code, message, cause }) => ({ code, message, cause: codes(cause) }),
);
process.stdout.write(`ended ${JSON.stringify(end)}\n`);
process.exit();

function codes(error) {
  if (typeof error !== "object" || error === null) return [];
  const own = [error.code, error.syscall].filter((value) => typeof value === "string").join(" ");
  return [...(own === "" ? [] : [own]), ...codes(error.cause)];
}
