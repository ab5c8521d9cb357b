import type { RecordedRequest } from "../recorded-requests.js";

/** Removes secrets from all text in a value. */
export type Redact = <T>(value: T) => T;

/** Placeholder for a signature. */
const ellipsis = "…";

/**
 * Creates a function that hides the given texts in every spelling a request may use, and all named signatures. Ignores
 * texts shorter than four characters, which are ordinary words and not secrets.
 */
export function createRedactor(hidden: readonly string[]): Redact {
  const spellings = [...new Set(hidden.flatMap(spellingsOf))]
    .filter(({ length }) => length >= 4)
    .sort((one, other) => other.length - one.length); // longest first, because it may contain the others
  const redact = (text: string) => spellings.reduce((shown, secret) => shown.replaceAll(secret, "•••"), text);
  return (value) => mapStrings(value, (text) => redact(text).replace(namedSignature, `$1${ellipsis}`));
}

/** Signature in prose, in JSON, or in a base string, where the pair ends at an encoded `&`. */
const namedSignature = /(oauth_signature(?:\\*"?\s*[=:]\s*\\*"?|%(?:25)*3D))(?:[\w+/=~.-]|%(?!26))+/g;

/** Removes the signature from a request, wherever it is. */
export function removeSignature(request: RecordedRequest): RecordedRequest {
  const isForm = request.headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && /x-www-form-urlencoded/i.test(value),
  );
  return {
    ...request,
    target: removeSignatureFromTarget(request.target),
    headers: request.headers.map(([name, value]) => [name, isCredential(name) ? redactCredential(value) : value]),
    body: isForm ? removeSignatureFromPairs(request.body) : request.body,
  };
}

/** Removes the signature from the query of a URL or request target. */
export function removeSignatureFromTarget(target: string): string {
  const at = target.indexOf("?");
  return at === -1 ? target : target.slice(0, at + 1) + removeSignatureFromPairs(target.slice(at + 1));
}

function removeSignatureFromPairs(pairs: string): string {
  return pairs
    .split("&")
    .map((pair) => {
      const [name = ""] = pair.split("=", 1);
      return isSignatureName(name) ? `${name}=${ellipsis}` : pair;
    })
    .join("&");
}

function isCredential(headerName: string): boolean {
  return /^(?:proxy-)?authorization$/i.test(headerName);
}

/** Redacts a credential. For OAuth 1.0a, hides only the signature; for other schemes, everything but the name. */
function redactCredential(value: string): string {
  if (!/^\s*OAuth\b/i.test(value)) return value.replace(/^([\w-]+ )?.*$/s, `$1${ellipsis}`);
  return value.replace(
    /([^\s,="]{1,64})(\s*=\s*)("(?:[^"\\]|\\.)*"?|[^,\s]*)/g,
    (whole, name: string, equals: string) => (isSignatureName(name) ? `${name}${equals}"${ellipsis}"` : whole),
  );
}

function isSignatureName(name: string): boolean {
  return decode(name).trim().toLowerCase() === "oauth_signature";
}

function spellingsOf(text: string): readonly string[] {
  const plain = decode(text);
  return [text, plain, plain.trim()].flatMap((each) => {
    const once = encodeURIComponent(each);
    const strict = once.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    const json = JSON.stringify(each).slice(1, -1);
    return [
      each,
      once,
      strict,
      encodeURIComponent(strict),
      encodeURIComponent(once),
      strict.replaceAll("%20", "+"),
      json,
    ];
  });
}

/** Percent-decodes text if possible. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function mapStrings<T>(value: T, redact: (text: string) => string): T;
function mapStrings(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [redact(name), mapStrings(member, redact)]));
}
