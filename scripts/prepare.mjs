/**
 * Makes a fresh checkout ready: installs what is missing, generates the clients, builds the packages, and runs the
 * further tasks that are named on the command line. What is ready already costs a look at its hash.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { turbo } from "./turbo.mjs";

const root = resolve(import.meta.dirname, "..");

if (!isInstalled()) {
  console.log("Installing…");
  if (install() !== 0) stop("Installing failed.");
}
console.log("Building…");
if (turbo("run", "build", ...process.argv.slice(2), "--output-logs=errors-only") !== 0) stop("Building failed.");

/** Whether what is installed is what the lockfile says: npm leaves a copy of what it installed beside it. */
function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const { packages: present } = JSON.parse(readFileSync(installed, "utf8"));
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    const isOurs = path === "" || link || !path.startsWith("node_modules/");
    return isOurs || optional || peer || present[path]?.version === version;
  });
}

/** Runs npm by the script that runs this, so that it is the same npm on every platform. */
function install() {
  const npm = process.env.npm_execpath;
  if (npm === undefined) stop("Run this through npm: npm start, or npm test.");
  return spawnSync(process.execPath, [npm, "ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit" }).status;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
