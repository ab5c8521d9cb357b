/** What stands in the place of a secret or a signature. */
const REDACTED = "[redacted]";

/** Removes what proves who sent a request from a text that may repeat it, as some platforms' 401 does. */
export function redacted(text: string, sent: Request | undefined): string {
  if (sent === undefined || text === "") return text;
  return proofsOf(sent).reduce((safe, proof) => safe.replaceAll(proof, REDACTED), text);
}

/** The nonce that a request carried, in whichever place. It proves nothing and finds the call in a log. */
export function nonceOf(sent: Request | undefined): string | undefined {
  if (sent === undefined) return undefined;
  const header = /oauth_nonce="([^"]*)"/.exec(sent.headers.get("authorization") ?? "")?.[1];
  return header ?? new URL(sent.url).searchParams.get("oauth_nonce") ?? undefined;
}

/** A URL without its query, where a signature may stand. */
export function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}

/** Every spelling of the signature or token of a request; the longest first, since the others are parts of it. */
function proofsOf(sent: Request): readonly string[] {
  const authorization = sent.headers.get("authorization") ?? "";
  const encoded = [
    /oauth_signature="([^"]*)"/.exec(authorization)?.[1],
    /[?&]oauth_signature=([^&#]*)/.exec(sent.url)?.[1],
    /^(?:Bearer|Basic)\s+(\S+)/i.exec(authorization)?.[1],
  ];
  const spellings = encoded.flatMap((proof) => (proof ? [authorization, proof, decoded(proof)] : []));
  return spellings.filter((proof) => proof !== "").sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a token of another kind, in which `%` is only a character
  }
}
