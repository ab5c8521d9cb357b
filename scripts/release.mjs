/**
 * Releases what is committed. In a clone of its own it installs, tests, packs and tries the packages; then it publishes
 * them with npm, which attests where they were built, and tags the commit.
 *
 *     npm run release -- --dry-run                  all of it, but publishes and tags nothing
 *     npm run release                               in CI, which must offer an identity for npm's provenance
 *     npm run release -- --registry http://…        further options are those of npm publish
 *
 * Exit status: 0 released, 1 something is in the way or failed; it can be run again, and goes on where it stopped.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pack } from "./release/pack.mjs";
import { FOLDERS, obstacles } from "./release/packages.mjs";
import { publish } from "./release/publish.mjs";

const root = resolve(import.meta.dirname, "..");
const options = process.argv.slice(2);
const isRehearsal = options.includes("--dry-run");

const status = run("git", ["status", "--porcelain"], { cwd: root }).stdout.trim();
const found = obstacles(root, status, isRehearsal);
for (const obstacle of found) console.error(obstacle);
if (found.length > 0) process.exit(1);

const folder = mkdtempSync(join(tmpdir(), "apsdirect-release-"));
try {
  const clone = join(folder, "clone");
  must("git", ["clone", "--quiet", root, clone]);
  mustNpm(["test"], clone);
  mustNpm(["run", "check:packages"], clone);
  const archives = archivesOf(clone, join(folder, "packages"));
  publish(archives, options, (args, how) => npm(args, { cwd: folder, ...how }));
  if (!isRehearsal) tag(archives[0].version);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function archivesOf(clone, destination) {
  mkdirSync(destination);
  const packed = pack(clone, FOLDERS, destination, (args, cwd) => npm(args, { cwd }).stdout);
  return packed.map(({ name, version, filename }) => ({ name, version, path: join(destination, filename) }));
}

function tag(version) {
  must("git", ["tag", "--annotate", `v${version}`, "--message", `v${version}`]);
  console.log(`v${version} is published and tagged. Push the tag: git push origin v${version}`);
}

/** Runs npm by the script that runs this, so that it is the same npm on every platform. */
function npm(args, how) {
  const script = process.env.npm_execpath;
  return script === undefined ? run("npm", args, how) : run(process.execPath, [script, ...args], how);
}

function mustNpm(args, cwd) {
  if (npm(args, { cwd, stdio: "inherit" }).status !== 0) throw new Error(`npm ${args.join(" ")} failed`);
}

function must(program, args) {
  if (run(program, args, { cwd: root, stdio: "inherit" }).status !== 0) throw new Error(`${program} ${args[0]} failed`);
}

function run(program, args, how) {
  return spawnSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...how });
}
