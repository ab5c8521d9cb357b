/** What a pattern is made of: characters that stand for themselves, any run of characters, any one character. */
type Part = { readonly literal: string } | "anyRun" | "anyOne";

/**
 * Reads the pattern of `like` from its text on the wire, where `*` and `?` are wildcards when raw and themselves when
 * encoded (`%2A`, `%3F`). Case counts: whether it does on the platform is not documented, and a caller whose case fits
 * here is right there either way.
 *
 * @throws URIError when the text holds a `%` that starts no UTF-8 character
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
 * Goes through the text once per run wildcard at most: on a mismatch only the last run is made longer. A regular
 * expression with many `.*` would try them all against each other.
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
