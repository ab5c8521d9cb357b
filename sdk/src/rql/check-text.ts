import { RqlError } from "../errors/index.js";
import { decode } from "./encoding.js";
import type { RqlExpression } from "./expression.js";
import { parse } from "./parse.js";

/**
 * Parses a query that a caller wrote and that is sent unchanged.
 *
 * @throws RqlError with its `position`, if the text cannot be parsed or would change between signing and arrival
 */
export function parseChecked(text: string): RqlExpression {
  assertAllowedCharacters(text);
  assertUnchanged(text);
  const query = parse(text);
  assertNoRepeats(text);
  return query;
}

/**
 * Characters that URL parsers accept but servers refuse with 400 before any application sees them. RFC 3986 allows none
 * of them in a query, and Tomcat enforces this.
 */
const REFUSED = /[|[\]{}^`\\]/;

function assertAllowedCharacters(text: string): void {
  const refused = REFUSED.exec(text);
  if (refused === null) return;
  const next = refused[0] === "|" ? "write or(…), or %7C in a value" : "percent-encode it";
  throw new RqlError(`Servers refuse ${JSON.stringify(refused[0])} in a query: ${next}`, refused.index);
}

/** The signature must cover the text that is sent: the caller has to encode spaces, apostrophes, `#` and non-ASCII. */
function assertUnchanged(text: string): void {
  const sent = new URL(`https://platform.example/?${text}`).search.slice(1);
  if (sent === text) return;
  let position = 0;
  while (text[position] === sent[position]) position += 1;
  throw new RqlError(
    `Percent-encode the values: the URL parser would change the text to ${JSON.stringify(sent)}`,
    position,
  );
}

/**
 * Refuses two `&` parts that decode to the same pair of name and value. Servers with Spring's OAuth count such a pair
 * once, but RFC 5849 section 3.4.1.3.2 counts both, so the signatures would differ.
 */
function assertNoRepeats(text: string): void {
  const pairs = new Set<string>();
  let position = 0;
  for (const part of text.split("&")) {
    const pair = decodePair(part);
    if (pairs.has(pair)) {
      const next = "Some servers count it once and refuse the signature: remove one";
      throw new RqlError(`${JSON.stringify(part)} occurs twice. ${next}`, position);
    }
    pairs.add(pair);
    position += part.length + 1;
  }
}

/** Decodes a part like a form (RFC 5849 section 3.4.1.3.1). A part without `=` is a name with an empty value. */
function decodePair(part: string): string {
  const [name = "", ...values] = part.replaceAll("+", " ").split("=");
  return JSON.stringify([name, values.join("=")].map(decode));
}
