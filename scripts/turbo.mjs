/** Runs turbo without telemetry and update notices: `node scripts/turbo.mjs run build`. */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");

/** @returns The exit status. */
export function turbo(...args) {
  const { status, error } = spawnSync(process.execPath, [join(root, "node_modules/turbo/bin/turbo"), ...args], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    stdio: "inherit",
  });
  if (error !== undefined) console.error(error.message);
  return status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(turbo(...process.argv.slice(2)));
