import { type Pair, percentDecode } from "./percent-encoding.js";

/** Error for an Authorization header that cannot be parsed. */
export class HeaderSyntaxError extends Error {}

/**
 * Parses the decoded parameters of an Authorization header of the scheme `OAuth`, with repeats and without the realm
 * (RFC 5849 section 3.5.1). `+` is not a space here. Accepts unencoded `/` and `=`, as in AppDirect's own example.
 */
export function parseOAuthHeader(header: string): Pair[] {
  return splitOutsideQuotes(header.slice("OAuth".length))
    .map((element) => element.trim())
    .filter((element) => element !== "")
    .map(parseElement)
    .filter(([name]) => name.toLowerCase() !== "realm")
    .map(([name, value]) => [percentDecode(name), percentDecode(value)]);
}

/** Splits at commas outside quotes, because a realm may contain commas. One pass, for linear time. */
function splitOutsideQuotes(text: string): string[] {
  const elements: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      quoted = !quoted;
    } else if (quoted && character === "\\") {
      index += 1; // skips the escaped character (RFC 9110 section 5.6.4)
    } else if (!quoted && character === ",") {
      elements.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...elements, text.slice(start)];
}

function parseElement(element: string): Pair {
  const equals = element.indexOf("=");
  const name = element.slice(0, equals).trimEnd();
  if (equals < 1 || /[\s"]/.test(name))
    throw new HeaderSyntaxError("a parameter of the Authorization header has no name");
  return [name, unquote(element.slice(equals + 1).trimStart())];
}

/** Removes quotes. Values should have them, but some clients leave them out. */
function unquote(value: string): string {
  const quoted = /^"(?:[^"\\]|\\.)*"$/s.test(value);
  if (quoted) return value.slice(1, -1).replace(/\\(.)/gs, "$1");
  if (/[\s"]/.test(value)) throw new HeaderSyntaxError("a value in the Authorization header is not quoted correctly");
  return value;
}
