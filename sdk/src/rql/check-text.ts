import { RqlError } from "../errors/index.js";
import { decode } from "./encoding.js";
import type { RqlExpression } from "./expression.js";
import { parse } from "./parse.js";

/**
 * Reads a query that a caller wrote, and that goes on the wire as it is.
 *
 * @throws RqlError with its `position`, when the text cannot be read or would not arrive as it was signed
 */
export function parseChecked(text: string): RqlExpression {
  assertAllowedCharacters(text);
  assertUnchanged(text);
  const query = parse(text);
  assertNoRepeats(text);
  return query;
}

/**
 * Characters that URL parsers let through and servers refuse with 400 before any application sees them (RFC 3986 allows
 * none of them in a query; Tomcat enforces it).
 */
const REFUSED = /[|[\]{}^`\\]/;

function assertAllowedCharacters(text: string): void {
  const refused = REFUSED.exec(text);
  if (refused === null) return;
  const next = refused[0] === "|" ? "write or(…), or %7C in a value" : "percent-encode it";
  throw new RqlError(`servers refuse ${JSON.stringify(refused[0])} in a query: ${next}`, refused.index);
}

/** What is signed must be what is sent: spaces, apostrophes, `#` and non-ASCII are for the caller to encode. */
function assertUnchanged(text: string): void {
  const sent = new URL(`https://platform.example/?${text}`).search.slice(1);
  if (sent === text) return;
  let position = 0;
  while (text[position] === sent[position]) position += 1;
  throw new RqlError(`percent-encode the values: on the way, the text would become ${JSON.stringify(sent)}`, position);
}

/**
 * Two `&` parts that are one pair of name and value to whoever verifies the signature: servers with Spring's OAuth count
 * them once, so that a signature by RFC 5849 section 3.4.1.3.2, which counts both, does not fit.
 */
function assertNoRepeats(text: string): void {
  const pairs = new Set<string>();
  let position = 0;
  for (const part of text.split("&")) {
    const pair = pairOf(part);
    if (pairs.has(pair)) {
      const next = "some servers count it once and refuse the signature: leave one out";
      throw new RqlError(`${JSON.stringify(part)} is there twice, and ${next}`, position);
    }
    pairs.add(pair);
    position += part.length + 1;
  }
}

/** A part as a form decoder reads it (RFC 5849 section 3.4.1.3.1): without `=`, it is a name with an empty value. */
function pairOf(part: string): string {
  const [name = "", ...values] = part.replaceAll("+", " ").split("=");
  return JSON.stringify([name, values.join("=")].map(decode));
}
