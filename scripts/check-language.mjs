/**
 * Checks the English of comments, messages and pages: doc comments should name their subject first, and the words to
 * avoid should be rare. CONTRIBUTING.md explains both rules.
 *
 *     node scripts/check-language.mjs            one line per area
 *     node scripts/check-language.mjs --places   also lists each place
 *
 * Exit status: 0 if all areas are within the limits, otherwise 1.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { proseOfDocument, proseOfMarkdown, proseOfSource } from "./language/prose.mjs";

const MAX_CLAUSES_PER_100 = 5;
const MAX_WORDS_PER_10000 = 10;

/** Git pathspecs for the files of each area. */
const AREAS = {
  "sdk/src": ["sdk/src/*.ts"],
  "codegen/src": ["codegen/src/*.ts"],
  "test/sandbox/src": ["test/sandbox/src/*.ts"],
  examples: ["examples/*.ts"],
  pages: ["*.md", ":!*/api/*", ":!test/fixtures", ":!*/golden/*"],
  documents: ["spec/*.yaml"],
};

const CLAUSE = /^(?:What|Whether|Where|How|Which|Who|Of)\b/;
const WORDS =
  /\b(?:stands?|stood|beside|told|anew|nobody|heed(?:s|ed|ing)?|mend(?:s|ed|ing)?|held against|under way|(?:go|goes|going|went) on|ado)\b/gi;

const root = resolve(import.meta.dirname, "..");
const showsPlaces = process.argv.includes("--places");
const reports = Object.entries(AREAS).map(([area, patterns]) => report(area, patterns));
console.table(Object.fromEntries(reports.map(({ area, figures }) => [area, figures])));
for (const { places } of reports) if (showsPlaces && places.length > 0) console.log(places.join("\n"));
process.exitCode = reports.some(({ isWithinLimits }) => !isWithinLimits) ? 1 : 0;

function report(area, patterns) {
  const texts = filesOf(patterns).flatMap(proseOf);
  const comments = texts.filter(({ isDocComment }) => isDocComment);
  const clauses = comments.filter(({ text }) => CLAUSE.test(text));
  const words = texts.reduce((count, { text }) => count + (text.match(/[\p{L}']+/gu)?.length ?? 0), 0);
  const listed = texts.flatMap((found) => [...found.text.matchAll(WORDS)].map(([word]) => ({ ...found, word })));
  const clausesPer100 = rate(clauses.length, comments.length, 100);
  const wordsPer10000 = rate(listed.length, words, 10_000);
  return {
    area,
    figures: { "clauses in 100 doc comments": clausesPer100, "listed words in 10,000": wordsPer10000, words },
    isWithinLimits: clausesPer100 < MAX_CLAUSES_PER_100 && wordsPer10000 < MAX_WORDS_PER_10000,
    places: [
      ...clauses.map(({ path, line, text }) => `${path}:${line}: clause: ${text.slice(0, 60)}`),
      ...listed.map(({ path, line, word }) => `${path}:${line}: word: ${word}`),
    ],
  };
}

/** Committed and new files that still exist. */
function filesOf(patterns) {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const { stdout } = spawnSync("git", list, { cwd: root, encoding: "utf8" });
  return stdout.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
}

/** @returns `{ path, line, text, isDocComment }` of each comment, message or paragraph of a file. */
function proseOf(path) {
  const source = readFileSync(join(root, path), "utf8");
  const read = path.endsWith(".ts") ? proseOfSource : path.endsWith(".md") ? proseOfMarkdown : proseOfDocument;
  return read(source).map((found) => ({ path, ...found }));
}

function rate(count, total, per) {
  return total === 0 ? 0 : Math.round((count / total) * per * 10) / 10;
}
