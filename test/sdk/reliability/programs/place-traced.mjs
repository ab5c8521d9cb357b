// Places an order while every subscriber of the tracing channel throws: node place-traced.mjs <base URL>. Prints the order ID
// and how many exceptions Node reported.
import { tracingChannel } from "node:diagnostics_channel";
import { ApsClient } from "apsdirect";

let thrown = 0;
process.on("uncaughtException", () => {
  thrown += 1; // Node reports what a subscriber throws here, outside of the call
});
const fail = () => {
  throw new Error("the tracer fails");
};
tracingChannel("apsdirect:call").subscribe({ start: fail, end: fail, asyncStart: fail, asyncEnd: fail, error: fail });

const sdk = new ApsClient({ baseUrl: process.argv[2], credentials: { consumerKey: "key", consumerSecret: "secret" } });
const order = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};
const { orderId } = await sdk.orders.create(order);
await new Promise((resolve) => setImmediate(resolve));
process.stdout.write(JSON.stringify({ orderId, thrown }));
process.exit();
