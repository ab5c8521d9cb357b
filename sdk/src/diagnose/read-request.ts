import {
  getHeaderValues,
  HeaderSyntaxError,
  isProtocolName,
  type Pair,
  parseHttpUrl,
  parseOAuthHeader,
  parsePairs,
  parsePublicBase,
  percentEncode,
  type RawRequest,
  readRequestParts,
  splitTarget,
  type Target,
} from "../oauth1/encoding/index.js";
import { createSigningIdentity, isMethodName, type SignatureMethodName } from "../oauth1/sign/index.js";
import type { Credentials } from "../oauth1/signers/index.js";
import { splitAuthority } from "./address-hypotheses.js";
import type { ExplainedRequest } from "./explained-request.js";
import { type Digest, type Parameter, standardSpelling } from "./signature-parts.js";

/** Settings for {@link readRequest}. */
export interface ReadSettings {
  readonly publicUrl: string | URL | undefined;
  readonly signatureMethod: SignatureMethodName;
  readonly now: () => number;
  readonly nonce: () => string;
}

/** Parses a request. If it has no signature, adds the parameters that it would be signed with. */
export function readRequest(
  request: Request | RawRequest,
  credentials: Credentials,
  settings: ReadSettings,
): ExplainedRequest {
  const received = readRequestParts(request);
  if (received === undefined) {
    throw new TypeError(
      "explainSignature needs a request with method, url and headers; url must be a string: the raw request target",
    );
  }
  const target = parseTarget(received.url);
  const body = readBody(request, received.hasForm);
  const { headers, authorization = "" } = received;
  const sent: readonly Parameter[] = [
    ...parseParameters(target.query, "query"),
    ...parseParameters(body.form ?? "", "body"),
    ...parseHeader(authorization),
  ];
  const isSigned = sent.some(({ name }) => isProtocolName(name));
  const all = isSigned ? sent : [...sent, ...createProtocolParameters(credentials, settings)];
  const protocol = all.filter(({ name }) => isProtocolName(name)).map(({ name, value }): Pair => [name, value]);
  const getProtocolValue = (wanted: string): string | undefined => protocol.find(([name]) => name === wanted)?.[1];
  const stated = getProtocolValue("oauth_signature_method") ?? "";
  const method = isMethodName(stated) ? stated : settings.signatureMethod;
  createSigningIdentity(credentials, method === "RSA-SHA1" ? "HMAC-SHA1" : method); // throws if a credential is missing
  const { address, authority } = resolveAddress(target, settings.publicUrl);
  return {
    parts: {
      ...address,
      method: received.method.toUpperCase(),
      parameters: all.filter(({ name }) => name !== "oauth_signature"),
      spelling: standardSpelling,
      key: `${percentEncode(credentials.consumerSecret)}&`,
      digest: digests[method],
    },
    signatureMethod: method,
    isSigned,
    found: getProtocolValue("oauth_signature"),
    protocol,
    source: {
      method: received.method,
      authority,
      path: target.path,
      query: target.query,
      fragment: target.fragment,
      otherBody: body.other,
      realm: findRealm(authorization),
      header: (name) => getHeaderValues(headers, name),
      credentials,
    },
  };
}

/** Digests by signature method. RSA-SHA1 is never computed here, because only the sender has its key. */
const digests: { readonly [M in SignatureMethodName]: Digest } = {
  "HMAC-SHA1": "sha1",
  "HMAC-SHA256": "sha256",
  "RSA-SHA1": "sha1",
  PLAINTEXT: "plaintext",
};

/**
 * Parses a URL or request target. A URL that no server can have received, such as one with spaces, is normalized
 * first.
 */
function parseTarget(url: string): Target {
  const target = splitTarget(url) ?? (/^https?:/i.test(url) ? splitTarget(parseHttpUrl(url).href) : undefined);
  if (target === undefined) {
    throw new TypeError(
      "the url must be absolute (https://host/path?query) or start with a slash, and must not exceed 64 KiB",
    );
  }
  return target;
}

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

function resolveAddress(
  { authority, path }: Target,
  publicUrl: string | URL | undefined,
): { address: Address; authority: string } {
  if (publicUrl === undefined && authority === undefined) {
    throw new TypeError("a url without a host needs publicUrl: the public URL of the server");
  }
  const { origin, prefix } =
    publicUrl === undefined ? { origin: parseOrigin(authority), prefix: "" } : parsePublicBase(publicUrl, "publicUrl");
  const { protocol, host } = new URL(origin);
  const text = (publicUrl === undefined ? authority : String(publicUrl)) ?? "";
  const written = /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(text)?.[1] ?? "";
  return {
    address: { scheme: protocol.slice(0, -1), ...splitAuthority(host), path: prefix + path || "/" },
    authority: written,
  };
}

function parseOrigin(authority: string | undefined): string {
  try {
    return new URL(authority ?? "").origin;
  } catch {
    throw new TypeError("the host of the url cannot be parsed"); // the text may contain secrets, so it is not shown
  }
}

interface Body {
  readonly form: string | undefined;
  readonly other: string | undefined;
}

function readBody(request: Request | RawRequest, isForm: boolean): Body {
  if (request instanceof Request) {
    if (!isForm || request.body === null) return { form: undefined, other: undefined };
    throw new TypeError(
      "the form body of a Request can only be read asynchronously: pass { method, url, headers, body } with " +
        "body: await request.clone().text()",
    );
  }
  const text = readText(request.body);
  return isForm ? { form: text, other: undefined } : { form: undefined, other: text };
}

function readText(body: unknown): string | undefined {
  if (body === undefined || typeof body === "string") return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError("the body must be the raw text or bytes, before a framework parsed it");
}

function parseParameters(text: string, from: "query" | "body"): readonly Parameter[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .flatMap((raw) => parsePairs(raw).map(([name, value]): Parameter => ({ name, value, from, raw })));
}

function parseHeader(authorization: string): readonly Parameter[] {
  try {
    return parseOAuthHeader(authorization).map(([name, value]): Parameter => ({ name, value, from: "header" }));
  } catch (error) {
    if (!(error instanceof HeaderSyntaxError)) throw error;
    throw new TypeError(`the Authorization header cannot be parsed: ${error.message}`);
  }
}

function findRealm(authorization: string): string | undefined {
  return /[\s,]realm="((?:[^"\\]|\\.)*)"/i.exec(authorization)?.[1];
}

function createProtocolParameters(
  { consumerKey }: Credentials,
  { signatureMethod, now, nonce }: ReadSettings,
): readonly Parameter[] {
  const pairs: readonly Pair[] = [
    ["oauth_consumer_key", consumerKey],
    ["oauth_nonce", nonce()],
    ["oauth_signature_method", signatureMethod],
    ["oauth_timestamp", String(Math.floor(now() / 1000))],
    ["oauth_version", "1.0"],
  ];
  return pairs.map(([name, value]) => ({ name, value, from: "header" }));
}
