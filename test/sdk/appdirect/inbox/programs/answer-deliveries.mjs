/**
 * One process of a vendor. It answers each event once, with an inbox and a nonce store in Redis.
 *
 * Arguments: port of Redis, journal file, longest duration of the work in milliseconds, lease in seconds, address of the
 * marketplace. Each run of the work appends the event's ID to the journal and has a different result. The process sends
 * its address to its parent, and ends with it.
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

const [redisPort, journalFile, longest, leaseSeconds, baseUrl] = process.argv.slice(2);
const redis = new Redis(Number(redisPort));
const credentials = { consumerKey: "tests-key", consumerSecret: "tests-secret" };

const handler = createEventHandler({
  client: new AppDirectClient({ baseUrl, credentials, fetch: nodeFetch() }),
  secretFor: (key) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined),
  publicUrl: "https://vendor.example",
  nonceStore: createRedisNonceStore(redis),
  inbox: createRedisInbox(redis),
  leaseSeconds: Number(leaseSeconds),
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
