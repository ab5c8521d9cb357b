import { type Pair, percentDecode } from "./percent-encoding.js";

/** Why an Authorization header cannot be read. */
export class HeaderSyntaxError extends Error {}

/** Whether a header claims to be OAuth 1.0a; the scheme's case does not matter (RFC 9110 section 11.1). */
export function isOAuthHeader(header: string): boolean {
  return /^OAuth(?:[ \t]|$)/i.test(header);
}

/**
 * The parameters of an Authorization header of the scheme `OAuth`, decoded, repeats kept, the realm left out (RFC 5849
 * section 3.5.1). `+` is no space here. AppDirect's own example has `/` and `=` unencoded: they are taken as they are.
 */
export function parseOAuthHeader(header: string): Pair[] {
  return splitOutsideQuotes(header.slice("OAuth".length))
    .map((element) => element.trim())
    .filter((element) => element !== "")
    .map(parseElement)
    .filter(([name]) => name.toLowerCase() !== "realm")
    .map(([name, value]) => [percentDecode(name), percentDecode(value)]);
}

/** Cuts at commas; a realm may hold some between its quotes. One pass, so that a hostile header costs linear time. */
function splitOutsideQuotes(text: string): string[] {
  const elements: string[] = [];
  let start = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      quoted = !quoted;
    } else if (quoted && character === "\\") {
      index += 1; // the next one is quoted by it (RFC 9110 section 5.6.4)
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
  if (equals < 1 || /[\s"]/.test(name)) throw new HeaderSyntaxError("a part of the Authorization header has no name");
  return [name, unquote(element.slice(equals + 1).trimStart())];
}

/** Values should be quoted; some clients send them bare. */
function unquote(value: string): string {
  const quoted = /^"(?:[^"\\]|\\.)*"$/s.test(value);
  if (quoted) return value.slice(1, -1).replace(/\\(.)/gs, "$1");
  if (/[\s"]/.test(value)) throw new HeaderSyntaxError("the Authorization header has a value that is not well quoted");
  return value;
}
