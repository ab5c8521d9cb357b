import { getSecrets } from "../oauth1/signers/index.js";
import { removeSecrets } from "./secret-variants.js";

/** Parts of a request before it was signed. */
export interface UnsignedParts {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Removes the credentials of a request from a text that may repeat them, as the 401 of some platforms does. */
export function redactText(text: string, sent: Request | undefined, unsigned: UnsignedParts): string {
  if (sent === undefined || text === "") return text;
  return removeSecrets(text, collectSecrets(sent, unsigned));
}

/** Removes the credentials of a request from headers, which may repeat them in a challenge or in a return URL. */
export function redactHeaders(headers: Headers, sent: Request | undefined, unsigned: UnsignedParts): Headers {
  if (sent === undefined) return headers;
  const secrets = collectSecrets(sent, unsigned);
  const safe = new Headers();
  for (const [name, value] of headers) safe.append(name, removeSecrets(value, secrets));
  return safe;
}

/** Collects the credentials of a request: those it carried, and the secrets that its signer used. */
function collectSecrets(sent: Request, unsigned: UnsignedParts): readonly string[] {
  return [...findProofs(sent), ...findKeys(sent, unsigned), ...getSecrets(sent)];
}

/** Finds the API keys that a signer added to headers, cookies and the query. */
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

/** Headers that the runtime adds, and `authorization`, which {@link findProofs} reads. */
const known: ReadonlySet<string> = new Set(["authorization", "content-type", "user-agent"]);

/** Finds the signature or token of a request. */
function findProofs(sent: Request): readonly string[] {
  const authorization = sent.headers.get("authorization") ?? "";
  const proofs = [
    /oauth_signature="([^"]*)"/.exec(authorization)?.[1],
    /[?&]oauth_signature=([^&#]*)/.exec(sent.url)?.[1],
    /^(?:Bearer|Basic)\s+(\S+)/i.exec(authorization)?.[1],
  ];
  return proofs.filter((proof) => proof !== undefined);
}
