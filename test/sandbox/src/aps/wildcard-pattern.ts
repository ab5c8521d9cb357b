/** Part of a pattern: a literal character, any number of characters, or any single character. */
type Part = { readonly literal: string } | "anyRun" | "anyOne";

/**
 * Parses the raw pattern of `like`. Unencoded `*` and `?` are wildcards; encoded ones (`%2A`, `%3F`) are literal.
 * Matching is case-sensitive. The platform does not document whether it is, but a query with the right case works
 * either way.
 *
 * @throws URIError for a `%` that does not start a UTF-8 character
 */
export function wildcardPattern(wireText: string): (text: string) => boolean {
  const parts = wireText.split(/([*?])/).flatMap(partsOf);
  return (text) => isMatch([...text], parts);
}

function partsOf(piece: string): readonly Part[] {
  if (piece === "*") return ["anyRun"];
  if (piece === "?") return ["anyOne"];
  return [...decodeURIComponent(piece)].map((literal) => ({ literal }));
}

/**
 * Matches in one pass per run wildcard: on a mismatch, it only extends the last run. A regular expression with many
 * `.*` would try all combinations.
 */
function isMatch(characters: readonly string[], parts: readonly Part[]): boolean {
  let at = 0;
  let part = 0;
  let lastRun: { part: number; end: number } | undefined;
  while (at < characters.length) {
    if (parts[part] === "anyRun") {
      lastRun = { part, end: at };
      part += 1;
    } else if (fits(parts[part], characters[at])) {
      at += 1;
      part += 1;
    } else if (lastRun) {
      lastRun.end += 1;
      at = lastRun.end;
      part = lastRun.part + 1;
    } else {
      return false;
    }
  }
  return parts.slice(part).every((rest) => rest === "anyRun");
}

function fits(part: Part | undefined, character: string | undefined): boolean {
  return part === "anyOne" || (typeof part === "object" && part.literal === character);
}
