import { TokenError } from "../errors.js";
import type { Fetch } from "../http/index.js";
import { bearerSigner } from "../oauth1/plain-signers.js";
import type { Signer } from "../oauth1/signer.js";
import { isLoopback } from "./complete-options.js";
import { percentEncoded } from "./parameter-text.js";

/** How {@link oauth2ClientCredentialsSigner} gets its tokens. */
export interface OAuth2ClientCredentials {
  /** `https:` only, but for loopback. */
  readonly tokenUrl: string | URL;
  /** Of the application, as it was registered. */
  readonly clientId: string;
  /** Is sent to `tokenUrl` and nowhere else. */
  readonly clientSecret: string;
  /** What the token shall allow. @defaultValue what the server gives by itself */
  readonly scopes?: readonly string[] | undefined;
  /** Sends the request for a token. @defaultValue `globalThis.fetch` */
  readonly fetch?: Fetch | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
}

interface Token {
  readonly text: string;
  /** When it is renewed, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * OAuth 2.0 with client credentials (RFC 6749 section 4.4). A token is asked for once for all calls, kept until shortly
 * before it expires, and renewed once for a call that was answered 401.
 *
 * @throws TypeError for what is missing or would send the secret in the open
 */
export function oauth2ClientCredentialsSigner(credentials: OAuth2ClientCredentials): Signer {
  const { clientId, clientSecret, now = Date.now } = credentials;
  if (clientId === "" || clientSecret === "") throw new TypeError("clientId and clientSecret are needed");
  const tokenUrl = secureUrl(credentials.tokenUrl);
  let current: Promise<Token> | undefined;

  /** All calls wait for the same answer; one that brought no token is forgotten. */
  async function token(): Promise<string> {
    for (;;) {
      current ??= ask(credentials, tokenUrl, now);
      const asked = current;
      const kept = await asked.catch(() => undefined);
      if (kept !== undefined && kept.until > now()) return kept.text;
      if (current === asked) current = undefined;
      if (kept === undefined) await asked;
    }
  }

  return {
    ...bearerSigner(token),
    async renew(refused) {
      const kept = await current?.catch(() => undefined);
      // Another call may have renewed it in the meantime: then its token is the one to try.
      if (refused.headers.get("authorization") === `Bearer ${kept?.text}`) current = undefined;
      return true;
    },
  };
}

/** Milliseconds before its end at which a token is renewed; of a short-lived one, half its life. */
const MARGIN = 30_000;
const TIMEOUT = 30_000;

async function ask(credentials: OAuth2ClientCredentials, url: string, now: () => number): Promise<Token> {
  const { clientId, clientSecret, scopes = [], fetch = (request) => globalThis.fetch(request) } = credentials;
  const basic = btoa(`${percentEncoded(clientId)}:${percentEncoded(clientSecret)}`);
  const scope = scopes.length === 0 ? "" : `&scope=${percentEncoded(scopes.join(" "))}`;
  const request = new Request(url, {
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: `grant_type=client_credentials${scope}`,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const answer = await fetch(request).catch((cause: unknown) => {
    throw new TokenError(url, "no answer came", { cause });
  });
  const body: unknown = await answer.json().catch(() => undefined);
  const { access_token, expires_in, error } = (body ?? {}) as { readonly [name: string]: unknown };
  if (!answer.ok || typeof access_token !== "string" || access_token === "") {
    throw new TokenError(url, `${answer.status}${typeof error === "string" ? `, ${error.slice(0, 100)}` : ""}`);
  }
  const life = typeof expires_in === "number" && expires_in > 0 ? expires_in * 1_000 : Number.POSITIVE_INFINITY;
  return { text: access_token, until: now() + Math.max(life - MARGIN, life / 2) };
}

function secureUrl(tokenUrl: string | URL): string {
  if (!URL.canParse(String(tokenUrl))) throw new TypeError("tokenUrl must be an absolute URL");
  const { protocol, hostname, href } = new URL(tokenUrl);
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return href;
  throw new TypeError("tokenUrl must be https: the secret is sent to it");
}
