/**
 * Whether the sandbox holds a load for as long as it lasts: 200 requests a second from one client process, of which one
 * in five places an order; without and with a data file. Requests set out by the clock, whether or not earlier ones were
 * answered, so that a sandbox that falls behind shows it by its waiting times.
 *
 * Run:    npm run bench -- sandbox [seconds] [requests a second]     (60 and 200 unless told otherwise; build first)
 * Prints: a line per sandbox: requests answered a second, milliseconds until the answer (median, 99 in 100, longest),
 *         CPU of the sandbox in percent of one core, and its resident memory after a sixth of the time and at the end.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const seconds = Number(process.argv[2] ?? 60);
const perSecond = Number(process.argv[3] ?? 200);
const command = join(import.meta.dirname, "../../sandbox/bin/apsdirect-sandbox.js");
const folder = mkdtempSync(join(tmpdir(), "apsdirect-bench-"));

const table = {};
table["in memory"] = await measured([]);
table["with a data file"] = await measured(["--data", join(folder, "sandbox.data")]);
rmSync(folder, { recursive: true });
console.table(table);

async function measured(args) {
  const sandbox = spawn(process.execPath, [command, "--json", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const [printed] = await once(sandbox.stdout, "data");
  const client = spawn(
    process.execPath,
    [join(import.meta.dirname, "client.mjs"), String(printed), String(seconds), String(perSecond)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const answered = once(client.stdout, "data");
  await wait((seconds * 1000) / 6);
  const early = usage(sandbox.pid);
  const [result] = await answered;
  const late = usage(sandbox.pid);
  sandbox.kill();
  await once(sandbox, "close");
  const cpu = Math.round(((late.cpuSeconds - early.cpuSeconds) / (seconds * (5 / 6))) * 100);
  return { ...JSON.parse(String(result)), "CPU %": cpu, "MB early": early.megabytes, "MB late": late.megabytes };
}

/** As the system counts it, for any process on POSIX. */
function usage(pid) {
  const [rss, time] = execFileSync("ps", ["-o", "rss=,cputimes=", "-p", String(pid)], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  return { megabytes: Math.round(Number(rss) / 1024), cpuSeconds: Number(time) };
}
