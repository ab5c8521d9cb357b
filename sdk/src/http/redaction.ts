import { secretsOf } from "../oauth1/signers/index.js";
import { withoutSecrets } from "./secret-variants.js";

/** A request before it was signed. */
export interface Unsigned {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Removes what proves who sent a request from a text that may repeat it, as some platforms' 401 does. */
export function redacted(text: string, sent: Request | undefined, unsigned: Unsigned): string {
  if (sent === undefined || text === "") return text;
  return withoutSecrets(text, secretsIn(sent, unsigned));
}

/** Removes it from headers, which may repeat it too: a challenge, or the address of a page that will lead back. */
export function redactedHeaders(headers: Headers, sent: Request | undefined, unsigned: Unsigned): Headers {
  if (sent === undefined) return headers;
  const secrets = secretsIn(sent, unsigned);
  const safe = new Headers();
  for (const [name, value] of headers) safe.append(name, withoutSecrets(value, secrets));
  return safe;
}

/** Everything that proves who sent a request: what it carried, and what its signer used and kept to itself. */
function secretsIn(sent: Request, unsigned: Unsigned): readonly string[] {
  return [...proofsOf(sent), ...keysOf(sent, unsigned), ...secretsOf(sent)];
}

/** API keys that a signer put into headers, cookies and the query. */
function keysOf(sent: Request, { url, headers }: Unsigned): readonly string[] {
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
function proofsOf(sent: Request): readonly string[] {
  const authorization = sent.headers.get("authorization") ?? "";
  const proofs = [
    /oauth_signature="([^"]*)"/.exec(authorization)?.[1],
    /[?&]oauth_signature=([^&#]*)/.exec(sent.url)?.[1],
    /^(?:Bearer|Basic)\s+(\S+)/i.exec(authorization)?.[1],
  ];
  return proofs.filter((proof) => proof !== undefined);
}
