/**
 * Find things by RQL: from one condition to several, text that a user typed, paging, and only some properties.
 *
 * Run:    npm run example -- find-things
 * Prints: what each query finds, and the query as it went over the wire.
 */
import { ApsClient, rql } from "apsdirect";

const sdk = new ApsClient({
  logger: { debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
  hooks: { request: ({ url, attempt }) => attempt > 1 && console.log(`again: ${url}`) },
});

// One condition. Properties and the types of their values are checked by the compiler.
const resellers = await sdk.accounts.list((a) => a.eq("type", "RESELLER")).all({ max: 10 });
console.log(`Resellers: ${resellers.map(({ companyName }) => companyName).join(", ")}`);

// What a user typed stays one value: brackets, commas and asterisks in it do nothing.
const typed = "Fab (A)";
const found = await sdk.accounts.list((a) => a.like("companyName", rql.pattern`${typed}*`)).all({ max: 10 });
console.log(`${typed}: ${found.map(({ companyName }) => companyName).join(", ")}`);

// Several conditions are one query; `or` says where one is enough. `select` narrows the type of the items as well.
const names = sdk.accounts.list((a) => [
  a.eq("type", "CLIENT"),
  a.or(a.like("companyName", "*Ltd*"), a.like("companyName", "A*"), a.like("companyName", "N*")),
  a.select("aps.id", "companyName"),
  a.sort("-companyName"),
]);
for await (const { companyName } of names) console.log(`Customer: ${companyName}`); // fetched page by page

// A limit of one's own is a window: exactly one request. The total comes with the page.
for await (const { items, total } of sdk.servicePlans.list((p) => [p.limit(0, 2)]).pages()) {
  console.log(`${items.length} of ${total} plans`);
}

// Without a client, for another program: the text as it goes over the wire, parentheses as they are.
const query = rql.query(rql.eq("companyName", "a (b), c"), rql.sort("-aps.modified"), rql.limit(0, 50));
console.log(String(query));
