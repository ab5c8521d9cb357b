/** One client process: sends so many requests a second for so long, and prints how they were answered. */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { oauth1Signer } from "apsdirect/oauth1";

const [announcement, seconds, perSecond] = process.argv.slice(2);
const { aps, certificate } = JSON.parse(announcement);
const signer = oauth1Signer(aps);
const agent = new Agent({ keepAlive: true, maxSockets: 32, ca: readFileSync(certificate) });

const orders = "/aps/2/services/order-manager/orders";
const accounts = "/aps/2/collections/accounts?eq(type,CLIENT),sort(-companyName),limit(0,10)";
const order = JSON.stringify({
  type: "SALES",
  accountId: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10",
  products: [{ planId: "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05", period: { unit: "MONTHS", duration: 1 } }],
});

const times = [];
const sending = [];
const start = performance.now();
for (let count = 0; count < seconds * perSecond; count++) {
  const due = start + (count * 1000) / perSecond;
  if (due > performance.now()) await wait(due - performance.now());
  sending.push(count % 5 === 0 ? timed("POST", orders, order) : timed("GET", accounts));
}
await Promise.all(sending);
const sorted = times.sort((a, b) => a - b);
const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
console.log(
  JSON.stringify({
    "a second": Math.round((times.length / (performance.now() - start)) * 1000),
    median: at(0.5),
    "99 in 100": at(0.99),
    longest: at(1),
  }),
);
process.exit();

async function timed(method, target, body) {
  const before = performance.now();
  const { headers } = await signer.sign(new Request(aps.baseUrl + target, { method }));
  await sent({ method, path: target, headers: { authorization: headers.get("authorization") } }, body);
  times.push(performance.now() - before);
}

function sent(options, body) {
  const { port } = new URL(aps.baseUrl);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, agent, ...options }, (response) => {
      if (response.statusCode >= 300) reject(new Error(`The sandbox answered ${response.statusCode}`));
      response.resume().on("end", resolve);
    })
      .on("error", reject)
      .end(body);
  });
}
