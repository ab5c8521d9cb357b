/**
 * What one notification costs a vendor: verified, its event read, carried out once, and answered, over kept-alive
 * connections, against a handler that answers without looking. Each candidate runs in turn in every round, in a fresh
 * process: only ratios count.
 *
 * Run:    npm run bench -- events [rounds]       (5 rounds unless told otherwise; build first)
 * Prints: a line per candidate: notifications a second, CPU microseconds of the vendor for one, and the ratio of those to
 *         the bare handler's in the same round.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { oauth1Signer } from "apsdirect/oauth1";

const rounds = Number(process.argv[2] ?? 5);
const warmUp = 1_000;
const measured = 5_000;
const atOnce = 16;
const peer = "bare";
const names = [peer, "JSON events", "XML events"];
const signer = oauth1Signer({ consumerKey: "bench-key", consumerSecret: "bench-secret" });

const rows = new Map(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const name of names) rows.get(name).push(await run(name));
}
console.table(
  Object.fromEntries(
    [...rows].map(([name, own]) => {
      const ratios = own.map(({ cpu }, round) => cpu / rows.get(peer)[round].cpu);
      return [
        name,
        {
          "a second": Math.round(median(own.map(({ perSecond }) => perSecond))),
          "CPU µs": Math.round(median(own.map(({ cpu }) => cpu))),
          [`to ${peer}`]: rounded(median(ratios)),
          from: rounded(Math.min(...ratios)),
          to: rounded(Math.max(...ratios)),
        },
      ];
    }),
  ),
);

async function run(name) {
  const vendor = spawn(process.execPath, [join(import.meta.dirname, "vendor.mjs"), name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = Number(await line(vendor));
  const notifications = await Promise.all(Array.from({ length: warmUp + measured }, signed));
  await sendAll(port, notifications.slice(0, warmUp));
  const before = await cpuOf(vendor);
  const start = performance.now();
  await sendAll(port, notifications.slice(warmUp));
  const seconds = (performance.now() - start) / 1000;
  const cpu = ((await cpuOf(vendor)) - before) / measured;
  vendor.kill();
  return { perSecond: measured / seconds, cpu };
}

/** Another event each time, signed beforehand: the marketplace's work is not the vendor's. */
async function signed(_, index) {
  const eventUrl = `https://marketplace.example/api/integration/v1/events/e-${index}`;
  const path = `/events?eventUrl=${encodeURIComponent(eventUrl)}`;
  const { headers } = await signer.sign(new Request(`https://vendor.example${path}`));
  return { path, headers: { authorization: headers.get("authorization") } };
}

async function sendAll(port, notifications) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waiting = notifications.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const notification of waiting) await sent({ port, agent, host: "127.0.0.1", ...notification });
    }),
  );
  agent.destroy();
}

function sent(options) {
  return new Promise((resolve, reject) => {
    request(options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The vendor answered ${response.statusCode}`));
      response.resume().on("end", resolve);
    })
      .on("error", reject)
      .end();
  });
}

async function cpuOf(vendor) {
  vendor.kill("SIGUSR2");
  return Number(await line(vendor));
}

async function line(child) {
  const [text] = await once(child.stdout, "data");
  return String(text).trim();
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rounded(value) {
  return Number(value.toFixed(2));
}
