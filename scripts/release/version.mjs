/**
 * Makes a version of the changes that wait for one: moves what they say into CHANGELOG.md, gives all packages the next
 * version, and the lockfile with them. Read the result and commit it.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import getReleasePlan from "@changesets/get-release-plan";
import { withRelease } from "./changelog.mjs";

const root = resolve(process.argv[2] ?? join(import.meta.dirname, "../.."));
const changelog = join(root, "CHANGELOG.md");
const npm = process.env.npm_execpath ?? stop("Run this through npm: npm run release:version.");

const { changesets, releases } = await getReleasePlan(root);
if (changesets.length === 0) stop("No change waits for a version. Write one with npm run change.");
const [{ newVersion }] = releases;
writeFileSync(changelog, withRelease(readFileSync(changelog, "utf8"), newVersion, changesets));
run(join(import.meta.dirname, "../../node_modules/@changesets/cli/bin.js"), "version");
run(npm, "install", "--package-lock-only", "--no-audit", "--no-fund");
console.log(`CHANGELOG.md and all packages are at ${newVersion}. Read the changes and commit them.`);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) stop(`${script} ${args.join(" ")} failed.`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
