/**
 * Releases the current commit. In a clone, it installs, tests, packs and tries the packages. Then it publishes them with
 * changesets and npm provenance, and tags the commit.
 *
 *     npm run release -- --dry-run                  rehearses; publishes and tags nothing
 *     npm run release                               run in CI, with an OIDC identity for npm provenance
 *
 * Exit status: 0 if released, 1 if something prevents the release or failed. You can run it again: it skips published
 * packages.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FOLDERS, obstacles } from "./release/packages.mjs";
import { preparePackages, publish } from "./release/publish.mjs";

const root = resolve(import.meta.dirname, "..");
const isRehearsal = process.argv.includes("--dry-run");

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
  if (isRehearsal) rehearse(clone);
  else {
    publish(clone, process.env);
    tag(versionOf(clone));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Shows what would be published. */
function rehearse(clone) {
  preparePackages(clone);
  mustNpm(["publish", "--dry-run", ...FOLDERS.flatMap((folder) => ["--workspace", folder])], clone);
}

function versionOf(clone) {
  return JSON.parse(readFileSync(join(clone, FOLDERS[0], "package.json"), "utf8")).version;
}

function tag(version) {
  must("git", ["tag", "--annotate", `v${version}`, "--message", `v${version}`]);
  console.log(`Published and tagged v${version}. Push the tag: git push origin v${version}`);
}

/** Runs the same npm that runs this script. This works on every platform. */
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
