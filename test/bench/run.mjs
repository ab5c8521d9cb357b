/**
 * Runs a benchmark: `npm run bench -- codegen`. Peers are packages of the benchmark's own folder, which is no workspace,
 * so that nobody installs them who does not measure.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [name, ...args] = process.argv.slice(2);
const benchmarks = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

if (name === undefined || !benchmarks.includes(name)) {
  console.error(`Name a benchmark: ${benchmarks.join(", ")}. For example: npm run bench -- ${benchmarks[0]}`);
  process.exit(2);
}
const folder = join(import.meta.dirname, name);
const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
if (Object.keys(dependencies).length > 0 && !existsSync(join(folder, "node_modules"))) {
  console.error("Installing the peers…");
  const npm = process.env.npm_execpath;
  const install = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
  const { status } =
    npm === undefined
      ? spawnSync("npm", install, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] })
      : spawnSync(process.execPath, [npm, ...install], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) process.exit(1);
}
process.exit(spawnSync(process.execPath, [join(folder, "bench.mjs"), ...args], { stdio: "inherit" }).status ?? 1);
