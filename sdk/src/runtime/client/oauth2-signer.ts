import { TokenError } from "../../errors/index.js";
import type { Fetch } from "../../http/fetch.js";
import { removeSecrets } from "../../http/index.js";
import { LONGEST_TIME, raceAbort } from "../../http/timing/index.js";
import { assertSecretText, bearerSigner, isHeaderText, type Signer } from "../../oauth1/signers/index.js";
import { encodeParameter } from "../request/index.js";
import { isLoopback } from "./complete-options.js";

/** Options for {@link oauth2ClientCredentialsSigner}. */
export interface OAuth2ClientCredentials {
  /** URL of the token endpoint. Must be `https:`, except for loopback. */
  readonly tokenUrl: string | URL;
  /** Client ID of the registered application. */
  readonly clientId: string;
  /** Client secret. Sent only to `tokenUrl`. */
  readonly clientSecret: string;
  /** Requested scopes. @defaultValue the server's default scopes */
  readonly scopes?: readonly string[] | undefined;
  /** Timeout for a token request, in milliseconds. @defaultValue 30000 */
  readonly timeout?: number | undefined;
  /** Function that sends the token request. @defaultValue `globalThis.fetch` */
  readonly fetch?: Fetch | undefined;
  /** Clock, in milliseconds since 1970. @defaultValue `Date.now` */
  readonly now?: (() => number) | undefined;
}

interface Token {
  readonly text: string;
  /** Time from which the token is renewed, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Signs with OAuth 2.0 client credentials (RFC 6749 section 4.4). All calls share one token. The signer keeps it until
 * shortly before it expires, and renews it once for a call that gets a 401. Regardless of `expires_in`, the calls that
 * waited for a token use it, and the signer keeps it for at least 5 seconds.
 *
 * Signing rejects with a `TokenError` if the server refuses, sends no usable token, or exceeds `timeout` or 1 MiB.
 *
 * @throws TypeError if a value is missing, contains a line end, or would send the secret unencrypted
 */
export function oauth2ClientCredentialsSigner(credentials: OAuth2ClientCredentials): Signer {
  const { clientId, clientSecret, now = Date.now } = credentials;
  if (clientId === "" || clientSecret === "") throw new TypeError("clientId and clientSecret must not be empty");
  assertSecretText(clientId, "clientId");
  assertSecretText(clientSecret, "clientSecret");
  const { timeout = 30_000 } = credentials;
  if (!(timeout >= 1 && timeout <= LONGEST_TIME)) throw new TypeError(`timeout must be from 1 to ${LONGEST_TIME} ms`);
  const tokenUrl = secureUrl(credentials.tokenUrl);
  let kept: Token | undefined;
  let pending: Promise<Token> | undefined;

  /** Returns the current token. All waiting calls use the same new token, however short-lived: another would be too. */
  async function token(): Promise<string> {
    if (kept !== undefined && kept.until > now()) return kept.text;
    pending ??= fetchToken(credentials, tokenUrl, now).finally(() => {
      pending = undefined;
    });
    kept = await pending;
    return kept.text;
  }

  return {
    ...bearerSigner(token),
    async renew(refused) {
      await pending?.catch(() => undefined);
      // If another call has renewed the token in the meantime, use that one.
      if (refused.headers.get("authorization") === `Bearer ${kept?.text}`) kept = undefined;
      return true;
    },
  };
}

/** Time before expiry at which a token is renewed, in milliseconds. At most half the life of a token. */
const MARGIN = 30_000;
/** Minimum time that a token is kept, in milliseconds, so that not every call requests one. */
const SHORTEST = 5_000;
/** Maximum size of a token response, in bytes. A token that fits into a header is far shorter. */
const LARGEST = 1_048_576;

async function fetchToken(credentials: OAuth2ClientCredentials, url: string, now: () => number): Promise<Token> {
  const {
    clientId,
    clientSecret,
    scopes = [],
    timeout = 30_000,
    fetch = (request) => globalThis.fetch(request),
  } = credentials;
  const basic = btoa(`${encodeParameter(clientId)}:${encodeParameter(clientSecret)}`);
  const scope = scopes.length === 0 ? "" : `&scope=${encodeParameter(scopes.join(" "))}`;
  const signal = AbortSignal.timeout(timeout);
  const request = new Request(url, {
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: `grant_type=client_credentials${scope}`,
    redirect: "manual",
    signal,
  });
  const { response, text } = await requestToken(fetch, request, url);
  const { access_token, expires_in, error } = parseFields(text);
  if (!response.ok || typeof access_token !== "string" || access_token === "") {
    const reason = typeof error === "string" ? `, ${removeSecrets(error, [clientSecret, basic]).slice(0, 100)}` : "";
    throw new TokenError(url, `${response.status}${reason}`);
  }
  if (!isHeaderText(access_token))
    throw new TokenError(url, "the access token contains a character that a header cannot contain");
  return { text: access_token, until: now() + computeLifetime(expires_in) };
}

/** Sends the request and reads the response, within the limits of time and size. */
async function requestToken(
  fetch: Fetch,
  request: Request,
  url: string,
): Promise<{ readonly response: Response; readonly text: string }> {
  const { signal } = request;
  try {
    // The user's `fetch` may ignore the signal.
    const response = await raceAbort(fetch(request), signal);
    return { response, text: await readBoundedText(response, signal) };
  } catch (cause) {
    const reason = signal.aborted ? "the request timed out before the response was complete" : "the request failed";
    throw new TokenError(url, cause instanceof TokenTooLargeError ? cause.message : reason, { cause });
  }
}

class TokenTooLargeError extends Error {
  override readonly name = "TokenTooLargeError";
}

async function readBoundedText({ body }: Response, signal: AbortSignal): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = reader === undefined ? undefined : await raceAbort(reader.read(), signal);
      if (chunk === undefined || chunk.done) return parts.concat(decoder.decode()).join("");
      size += chunk.value.byteLength;
      if (size > LARGEST) throw new TokenTooLargeError(`the response is larger than ${LARGEST} bytes`);
      parts.push(decoder.decode(chunk.value, { stream: true }));
    }
  } catch (error) {
    void reader?.cancel().catch(() => {}); // closes the connection
    throw error;
  }
}

function parseFields(text: string): { readonly [name: string]: unknown } {
  try {
    return Object(JSON.parse(text)) as { readonly [name: string]: unknown };
  } catch {
    return {};
  }
}

/**
 * Computes the time that a token is kept, in milliseconds. Some servers send `expires_in` as text. Without a number,
 * the token is kept until a call gets a 401.
 */
function computeLifetime(expiresIn: unknown): number {
  const isNumber = typeof expiresIn === "number" || (typeof expiresIn === "string" && /^\d{1,15}$/.test(expiresIn));
  if (!isNumber) return Number.POSITIVE_INFINITY;
  const life = Number(expiresIn) * 1_000;
  return Math.max(life - MARGIN, life / 2, SHORTEST);
}

function secureUrl(tokenUrl: string | URL): string {
  if (!URL.canParse(String(tokenUrl))) throw new TypeError("tokenUrl must be an absolute URL");
  const { protocol, hostname, href, username, password } = new URL(tokenUrl);
  if (username !== "" || password !== "") throw new TypeError("tokenUrl must not contain a user or password");
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return href;
  throw new TypeError("tokenUrl must be https, because the secret is sent to it");
}
