/**
 * One process of a vendor: answers notifications of the marketplace at the address that the fourth argument names, once
 * for each event, with an inbox and a nonce store in the Redis on the port named by the first. Its work takes at most the
 * milliseconds of the third, comes to another answer each time, and is noted in the file named by the second when it
 * begins. Sends its address, and ends with whom it was started by.
 */
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { AppDirectClient, createEventHandler, createRedisInbox, nodeListener, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { createRedisNonceStore } from "apsdirect/oauth1";
import { Redis } from "ioredis";

const [redisPort, journalFile, longest, baseUrl] = process.argv.slice(2);
const redis = new Redis(Number(redisPort));
const credentials = { consumerKey: "tests-key", consumerSecret: "tests-secret" };

const handler = createEventHandler({
  client: new AppDirectClient({ baseUrl, credentials, fetch: nodeFetch() }),
  secretFor: (key) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined),
  publicUrl: "https://vendor.example",
  nonceStore: createRedisNonceStore(redis),
  inbox: createRedisInbox(redis),
  leaseSeconds: 4, // a machine that is busy starting a second process may say nothing for a second
  keepSeconds: 600,
  on: {
    async SUBSCRIPTION_ORDER({ id }) {
      appendFileSync(journalFile, `${id}\n`);
      await wait(Math.random() * Number(longest));
      return succeeded({ accountIdentifier: randomUUID() });
    },
  },
});

const server = createServer(nodeListener(handler));
server.listen({ port: 0, host: "127.0.0.1", backlog: 2_000 }, () => {
  process.send(`http://127.0.0.1:${server.address().port}`);
});
process.once("disconnect", () => process.exit());
