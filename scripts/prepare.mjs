/**
 * Prepares a checkout: installs missing packages, generates the clients, builds the packages, and runs the tasks named on
 * the command line. Unchanged steps are cached by hash.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { turbo } from "./turbo.mjs";

const root = resolve(import.meta.dirname, "..");

if (!isInstalled()) {
  console.log("Installing…");
  if (install() !== 0) stop("npm ci failed. See its output above.");
}
console.log("Building…");
if (turbo("run", "build", ...process.argv.slice(2), "--output-logs=errors-only") !== 0)
  stop("The build failed. See its output above.");

/** True if the installed packages match the lockfile. npm keeps a copy of the lockfile in node_modules. */
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

/** Runs the same npm that runs this script. This works on every platform. */
function install() {
  const npm = process.env.npm_execpath;
  if (npm === undefined) stop("Run this script through npm: npm start or npm test.");
  return spawnSync(process.execPath, [npm, "ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit" }).status;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
