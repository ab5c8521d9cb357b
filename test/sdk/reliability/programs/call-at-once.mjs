/**
 * Makes many calls at once, to the platform named by the first argument: as many as the third says. Prints
 * `{"idle":…,"most":…,"answered":…}`: memory in bytes before them and at its highest since; and how many were answered.
 */
import process from "node:process";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const [baseUrl, by, calls] = process.argv.slice(2);
const sdk = new ApsClient({
  baseUrl,
  credentials: { consumerKey: "tests-key", consumerSecret: "tests-secret" },
  fetch: by === "nodeFetch" ? nodeFetch() : undefined,
});
await sdk.orders.get("first");
const idle = process.memoryUsage.rss();
let most = idle;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 20);
const results = await Promise.allSettled(Array.from({ length: Number(calls) }, () => sdk.orders.get("o-1")));
clearInterval(watch);
const answered = results.filter(({ status }) => status === "fulfilled").length;
process.stdout.write(JSON.stringify({ idle, most, answered }));
