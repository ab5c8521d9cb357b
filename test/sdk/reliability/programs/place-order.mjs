/**
 * Places an order on the platform named by the first argument, and notes in the file named by the second what it is about
 * to send. Prints the ID of the order, and ends when nothing is left to do.
 */
import { appendFile } from "node:fs/promises";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const [baseUrl, journalFile, by] = process.argv.slice(2);
const sdk = new ApsClient({
  baseUrl,
  credentials: { consumerKey: "tests-key", consumerSecret: "tests-secret" },
  fetch: by === "nodeFetch" ? nodeFetch() : undefined,
  hooks: {
    async journal({ operation, reference }) {
      await pause(100); // a journal may be far away
      await appendFile(journalFile, `${JSON.stringify({ operation, reference, since: new Date().toISOString() })}\n`);
    },
  },
});
const products = [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }];
const order = { type: "SALES", accountId: "a-1", products };
const { orderId } = await sdk.orders.create(order, { reference: "cart-7" });
process.stdout.write(orderId);
