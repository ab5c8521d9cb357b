/**
 * One process of a vendor: answers deliveries, `GET /?eventUrl=…`, once for each event, with an inbox in the Redis on the
 * port named by the first argument. Its work takes at most the milliseconds of the third, comes to another answer each
 * time, and notes in the file named by the second that it has begun and ended. Sends its address, and ends with whom it
 * was started by.
 */
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { createRedisInbox } from "apsdirect/appdirect";
import { Redis } from "ioredis";
import { OncePerEvent } from "../../../../sdk/dist/appdirect/once-per-event.js";

const [redisPort, journalFile, longest] = process.argv.slice(2);
const inbox = createRedisInbox(new Redis(Number(redisPort)));
const once = new OncePerEvent({ inbox, leaseSeconds: 1, keepSeconds: 600 });

const server = createServer(async (request, response) => {
  const eventUrl = new URL(request.url, "http://vendor.example").searchParams.get("eventUrl");
  try {
    response.end(await once.run(eventUrl, () => work(eventUrl)));
  } catch {
    response.writeHead(503).end();
  }
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 2_000 }, () => {
  process.send(`http://127.0.0.1:${server.address().port}/`);
});
process.once("disconnect", () => process.exit());

async function work(eventUrl) {
  note({ step: "begun", eventUrl });
  await wait(Math.random() * Number(longest));
  note({ step: "ended", eventUrl });
  return { answer: JSON.stringify({ success: true, accountIdentifier: randomUUID() }), isKept: true };
}

function note(entry) {
  appendFileSync(journalFile, `${JSON.stringify(entry)}\n`);
}
