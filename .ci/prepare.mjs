/**
 * Makes a fresh checkout ready: installs what is missing, generates the clients, builds the packages, and runs the
 * further tasks that are named on the command line. What is ready already costs a look at its hash.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const npm = process.env.npm_execpath;

if (!isInstalled()) {
  if (npm === undefined) stop("Run this through npm: npm start, or npm test.");
  run([npm, "ci", "--no-audit", "--no-fund"], "Installing");
}
run(
  [join(root, "node_modules/turbo/bin/turbo"), "run", "build", ...process.argv.slice(2), "--output-logs=errors-only"],
  "Building",
);

/** Whether what is installed is what the lockfile says: npm leaves a copy of what it installed beside it. */
function isInstalled() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const { packages: present } = JSON.parse(readFileSync(installed, "utf8"));
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    return (
      path === "" || optional || peer || link || !path.startsWith("node_modules/") || present[path]?.version === version
    );
  });
}

function run([script, ...args], title) {
  console.log(`${title}…`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    stdio: "inherit",
  });
  if (status !== 0) stop(`${title} failed${error === undefined ? "" : `: ${error.message}`}.`, status ?? 1);
}

function stop(message, status = 1) {
  console.error(message);
  process.exit(status);
}
