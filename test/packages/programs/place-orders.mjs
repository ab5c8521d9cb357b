/**
 * Places an order at each address and prints what became of it: node place-orders.mjs <addresses as JSON> [nodeFetch].
 * The addresses are `{ name, url }`.
 */
import { ApsClient } from "apsdirect";

const [addresses, kind] = process.argv.slice(2);
const order = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};
const fetch = kind === "nodeFetch" ? await fetchTrusting(process.env["NODE_EXTRA_CA_CERTS"]) : undefined;

async function fetchTrusting(path) {
  const [{ nodeFetch }, { readFileSync }] = await Promise.all([import("apsdirect/node"), import("node:fs")]);
  return nodeFetch({ ca: readFileSync(path, "utf8") });
}

async function place({ name, url }) {
  const sdk = new ApsClient({
    baseUrl: url,
    credentials: { consumerKey: "key", consumerSecret: "secret" },
    maxRetries: 0,
    timeout: 30_000,
    fetch,
  });
  const { code, message } = await sdk.orders.create(order).catch((error) => error);
  return [name, { code, message }];
}

console.log(JSON.stringify(Object.fromEntries(await Promise.all(JSON.parse(addresses).map(place)))));
process.exit();
