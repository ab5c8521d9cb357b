/**
 * What one call costs its process: from the arguments of a method to the parsed object, over a kept-alive connection to
 * a server in another process. Each candidate runs in turn in every round, in a fresh process: only ratios count.
 *
 * Run:    npm run bench -- call [rounds]         (5 rounds unless told otherwise; build first)
 * Prints: a line per candidate and concurrency: CPU microseconds for a call, median of the rounds, and the ratio to a
 *         bare unsigned `fetch` of the same answer in the same round. `apsdirect` signs, and holds the answer against
 *         its schema; the lines "without" leave one of the two out.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { candidates } from "./candidates.mjs";

const rounds = Number(process.argv[2] ?? 5);
const calls = 4_000;
const peer = "fetch, unsigned";
const names = Object.keys(candidates);

const server = spawn(process.execPath, [join(import.meta.dirname, "server.mjs")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const [port] = await once(server.stdout, "data");
const origin = `http://127.0.0.1:${String(port).trim()}`;

const table = {};
for (const concurrency of [1, 64]) {
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name).push(measured(name, concurrency));
  }
  for (const [name, own] of times) {
    const ratios = own.map((time, round) => time / times.get(peer)[round]);
    table[`${name}, ${concurrency} at once`] = {
      "CPU µs": median(own),
      [`to ${peer}`]: median(ratios),
      from: Number(Math.min(...ratios).toFixed(2)),
      to: Number(Math.max(...ratios).toFixed(2)),
    };
  }
}
server.kill();
console.table(table);

function measured(name, concurrency) {
  const args = [join(import.meta.dirname, "client.mjs"), name, origin, String(concurrency), String(calls)];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const value = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return Number(value.toFixed(2));
}
