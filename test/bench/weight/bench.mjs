/**
 * What the SDK weighs: the time that Node takes to load an entry, and the size of a program that makes one call, bundled.
 *
 * Run:    npm run bench -- weight [rounds]       (11 rounds unless told otherwise; build first)
 * Prints: a line per entry: CPU milliseconds of loading it in a fresh process, median of the rounds, and the ratio to
 *         loading ky and zod/mini alone in the same round; then a line per program: bytes, minified and as gzip.
 */
import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const rounds = Number(process.argv[2] ?? 11);
const peer = "ky and zod/mini";

const loaded = {
  [peer]: ["ky", "zod/mini"],
  "apsdirect/aps": ["apsdirect/aps"],
  "apsdirect/appdirect": ["apsdirect/appdirect"],
  apsdirect: ["apsdirect"],
};

const bundled = {
  [peer]: 'import ky from "ky"; import * as z from "zod/mini"; export const text = ky("").then(z.object({}).parse);',
  "sdk.orders.create":
    'import { ApsClient } from "apsdirect/aps"; export const placed = new ApsClient().orders.create({});',
  "appdirect.events.get":
    'import { AppDirectClient } from "apsdirect/appdirect"; export const event = new AppDirectClient({}).events.get("");',
  "createOrder by itself": `
    import { createOrder } from "apsdirect/aps/operations";
    import { ClientCore } from "apsdirect/runtime";
    export const placed = new ClientCore({}).call(createOrder, { body: {} });`,
  "orders.create of the group alone": `
    import { Orders } from "apsdirect/aps";
    import { ClientCore } from "apsdirect/runtime";
    export const placed = new Orders(new ClientCore({})).create({});`,
};

const times = new Map(Object.keys(loaded).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, entries] of Object.entries(loaded)) times.get(name).push(loading(entries));
}
const table = {};
for (const [name, own] of times) {
  const ratios = own.map((time, round) => time / times.get(peer)[round]);
  table[name] = { "CPU ms": median(own), [`to ${peer}`]: median(ratios) };
}
console.table(table);

const sizes = {};
for (const [name, contents] of Object.entries(bundled)) sizes[name] = await weightOf(contents);
console.table(sizes);

function loading(entries) {
  const imports = entries.map((entry) => `await import(${JSON.stringify(entry)});`).join("");
  const code = `const from = process.cpuUsage(); ${imports} const { user, system } = process.cpuUsage(from); console.log(user + system);`;
  const args = ["--input-type=module", "--eval", code];
  return Number(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: "utf8" })) / 1000;
}

async function weightOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    external: ["node:*", "crypto"],
    write: false,
  });
  const [{ text }] = outputFiles;
  return { minified: text.length, gzip: gzipSync(text, { level: 9 }).length };
}

function median(values) {
  return Number(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(2));
}
