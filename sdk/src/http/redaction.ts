import { getSecrets } from "../oauth1/signers/index.js";
import { removeSecrets } from "./secret-variants.js";

/** A request before it was signed. */
export interface UnsignedParts {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Removes what proves who sent a request from a text that may repeat it, as some platforms' 401 does. */
export function redactText(text: string, sent: Request | undefined, unsigned: UnsignedParts): string {
  if (sent === undefined || text === "") return text;
  return removeSecrets(text, collectSecrets(sent, unsigned));
}

/** Removes it from headers, which may repeat it too: a challenge, or the address of a page that will lead back. */
export function redactHeaders(headers: Headers, sent: Request | undefined, unsigned: UnsignedParts): Headers {
  if (sent === undefined) return headers;
  const secrets = collectSecrets(sent, unsigned);
  const safe = new Headers();
  for (const [name, value] of headers) safe.append(name, removeSecrets(value, secrets));
  return safe;
}

/** Everything that proves who sent a request: what it carried, and what its signer used and kept to itself. */
function collectSecrets(sent: Request, unsigned: UnsignedParts): readonly string[] {
  return [...findProofs(sent), ...findKeys(sent, unsigned), ...getSecrets(sent)];
}

/** API keys that a signer put into headers, cookies and the query. */
function findKeys(sent: Request, { url, headers }: UnsignedParts): readonly string[] {
  const added = [...sent.headers].filter(([name, value]) => !known.has(name) && headers[name] !== value);
  const query = sent.url.startsWith(url)
    ? [...sent.url.slice(url.length).matchAll(/[?&](?!oauth_)[^=]*=([^&]*)/g)]
    : [];
  const keys = added.flatMap(([name, value]) => {
    if (name !== "cookie") return [value];
    const own = (headers["cookie"] ?? "").split("; ");
    return value.split("; ").flatMap((cookie) => (own.includes(cookie) ? [] : [cookie.slice(cookie.indexOf("=") + 1)]));
  });
  return [...keys, ...query.map((match) => match[1] ?? "")];
}

/** Headers that the platform itself adds, and the one that is looked at by its schemes. */
const known: ReadonlySet<string> = new Set(["authorization", "content-type", "user-agent"]);

/** Signature or token of a request. */
function findProofs(sent: Request): readonly string[] {
  const authorization = sent.headers.get("authorization") ?? "";
  const proofs = [
    /oauth_signature="([^"]*)"/.exec(authorization)?.[1],
    /[?&]oauth_signature=([^&#]*)/.exec(sent.url)?.[1],
    /^(?:Bearer|Basic)\s+(\S+)/i.exec(authorization)?.[1],
  ];
  return proofs.filter((proof) => proof !== undefined);
}
