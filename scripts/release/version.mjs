/**
 * Turns the unreleased changesets into a version: moves their text into CHANGELOG.md and sets the next version in all
 * packages and in the lockfile. Review the result and commit it.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import getReleasePlan from "@changesets/get-release-plan";
import { withRelease } from "./changelog.mjs";

const root = resolve(process.argv[2] ?? join(import.meta.dirname, "../.."));
const changelog = join(root, "CHANGELOG.md");
const npm = process.env.npm_execpath ?? stop("Run this script through npm: npm run release:version.");

const { changesets, releases } = await getReleasePlan(root);
if (changesets.length === 0) stop("There are no unreleased changesets. Add one with npm run change.");
const [{ newVersion }] = releases;
writeFileSync(changelog, withRelease(readFileSync(changelog, "utf8"), newVersion, changesets));
run(join(import.meta.dirname, "../../node_modules/@changesets/cli/bin.js"), "version");
run(npm, "install", "--package-lock-only", "--no-audit", "--no-fund");
console.log(`CHANGELOG.md and all packages are now at ${newVersion}. Review the changes and commit them.`);

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
