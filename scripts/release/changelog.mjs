/**
 * Adds a section for a release to the changelog: breaking changes first, then features, then fixes.
 *
 * @param changelog Current text, with the latest release first.
 * @param changesets `{ summary, releases: [{ type }] }` of each change.
 */
export function withRelease(changelog, version, changesets) {
  const entries = [...changesets].sort((a, b) => weight(b) - weight(a)).map(({ summary }) => entry(summary));
  const start = changelog.search(/^## /m);
  const [head, releases] = start === -1 ? [changelog, ""] : [changelog.slice(0, start), changelog.slice(start)];
  return `${head}## ${version}\n\n${entries.join("\n")}\n${releases === "" ? "" : `\n${releases}`}`;
}

const WEIGHTS = ["none", "patch", "minor", "major"];

function weight({ releases }) {
  return Math.max(...releases.map(({ type }) => WEIGHTS.indexOf(type)));
}

/** Formats a summary, also one with several lines, as a single list item. */
function entry(summary) {
  return `- ${summary.trim().replaceAll("\n", "\n  ").replaceAll(/^ +$/gm, "")}`;
}
