/**
 * Find resources with RQL: one condition or several, user input, paging, and selected properties.
 *
 * Run:    npm run example -- find-things
 * Prints: the result of each query, and the last query as it is sent.
 */
import { ApsClient, rql } from "apsdirect";

const sdk = new ApsClient({
  logger: { debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
  hooks: { request: ({ url, attempt }) => attempt > 1 && console.log(`retry: ${url}`) },
});

// One condition. The compiler checks the property and the type of its value.
const resellers = await sdk.accounts.list((a) => a.eq("type", "RESELLER")).all({ max: 10 });
console.log(`Resellers: ${resellers.map(({ companyName }) => companyName).join(", ")}`);

// User input stays a single value: parentheses, commas and asterisks in it have no effect.
const typed = "Fab (A)";
const found = await sdk.accounts.list((a) => a.like("companyName", rql.pattern`${typed}*`)).all({ max: 10 });
console.log(`${typed}: ${found.map(({ companyName }) => companyName).join(", ")}`);

// All conditions must hold, unless they are inside `or`. `select` also narrows the type of the items.
const names = sdk.accounts.list((a) => [
  a.eq("type", "CLIENT"),
  a.or(a.like("companyName", "*Ltd*"), a.like("companyName", "A*"), a.like("companyName", "N*")),
  a.select("aps.id", "companyName"),
  a.sort("-companyName"),
]);
for await (const { companyName } of names) console.log(`Customer: ${companyName}`); // fetches one page at a time

// A query with its own `limit` is exactly one request. The page has the total.
for await (const { items, total } of sdk.servicePlans.list((p) => [p.limit(0, 2)]).pages()) {
  console.log(`${items.length} of ${total} plans`);
}

// Without a client: the query as it is sent, with unescaped parentheses.
const query = rql.query(rql.eq("companyName", "a (b), c"), rql.sort("-aps.modified"), rql.limit(0, 50));
console.log(String(query));
