/**
 * Reads an answer that is too large, of the platform named by the first argument. Prints `{"idle":…,"most":…,"code":…}`:
 * memory in bytes after an answer of a usual size, and at its highest since; and the code of the error.
 */
import process from "node:process";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const [baseUrl, by] = process.argv.slice(2);
const sdk = new ApsClient({
  baseUrl,
  credentials: { consumerKey: "tests-key", consumerSecret: "tests-secret" },
  fetch: by === "nodeFetch" ? nodeFetch() : undefined,
});
await sdk.orders.get("usual");
const idle = process.memoryUsage.rss();
let most = idle;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 1);
const code = await sdk.orders.get("large").catch((error) => error.code);
clearInterval(watch);
process.stdout.write(JSON.stringify({ idle, most: Math.max(most, process.memoryUsage.rss()), code }));
