import { TokenError } from "../../errors/index.js";
import type { Fetch } from "../../http/fetch.js";
import { removeSecrets } from "../../http/index.js";
import { LONGEST_TIME, raceAbort } from "../../http/timing/index.js";
import { assertSecretText, bearerSigner, isHeaderText, type Signer } from "../../oauth1/signers/index.js";
import { encodeParameter } from "../request/index.js";
import { isLoopback } from "./complete-options.js";

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
  /** Time for the server to give a token, in milliseconds. @defaultValue 30000 */
  readonly timeout?: number | undefined;
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
 * before it expires, and renewed once for a call that was answered 401. Whatever `expires_in` says, a token is used by the
 * calls that waited for it, and kept for 5 seconds at least.
 *
 * Signing rejects with a `TokenError` when the server refuses, gives no usable token, or does not answer within `timeout`
 * and 1 MiB.
 *
 * @throws TypeError for what is missing, has a line end, or would send the secret in the open
 */
export function oauth2ClientCredentialsSigner(credentials: OAuth2ClientCredentials): Signer {
  const { clientId, clientSecret, now = Date.now } = credentials;
  if (clientId === "" || clientSecret === "") throw new TypeError("clientId and clientSecret are needed");
  assertSecretText(clientId, "clientId");
  assertSecretText(clientSecret, "clientSecret");
  const { timeout = 30_000 } = credentials;
  if (!(timeout >= 1 && timeout <= LONGEST_TIME)) throw new TypeError(`timeout must be from 1 to ${LONGEST_TIME} ms`);
  const tokenUrl = secureUrl(credentials.tokenUrl);
  let kept: Token | undefined;
  let asking: Promise<Token> | undefined;

  /** All calls wait for the same answer. They use its token whatever its life is: asking again would give them no better. */
  async function token(): Promise<string> {
    if (kept !== undefined && kept.until > now()) return kept.text;
    asking ??= ask(credentials, tokenUrl, now).finally(() => {
      asking = undefined;
    });
    kept = await asking;
    return kept.text;
  }

  return {
    ...bearerSigner(token),
    async renew(refused) {
      await asking?.catch(() => undefined);
      // Another call may have renewed it in the meantime: then its token is the one to try.
      if (refused.headers.get("authorization") === `Bearer ${kept?.text}`) kept = undefined;
      return true;
    },
  };
}

/** Milliseconds before its end at which a token is renewed; of a short-lived one, half its life. */
const MARGIN = 30_000;
/** Least milliseconds that a token is kept: one that is over at once would be asked for with each call. */
const SHORTEST = 5_000;
/** Most bytes of an answer. A token that a header can carry is far shorter. */
const LARGEST = 1_048_576;

async function ask(credentials: OAuth2ClientCredentials, url: string, now: () => number): Promise<Token> {
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
  const { answer, text } = await requestToken(fetch, request, url);
  const { access_token, expires_in, error } = parseFields(text);
  if (!answer.ok || typeof access_token !== "string" || access_token === "") {
    const reason = typeof error === "string" ? `, ${removeSecrets(error, [clientSecret, basic]).slice(0, 100)}` : "";
    throw new TokenError(url, `${answer.status}${reason}`);
  }
  if (!isHeaderText(access_token))
    throw new TokenError(url, "the access token has a character that a header cannot have");
  return { text: access_token, until: now() + computeLifetime(expires_in) };
}

/** Sends the request and reads the answer, both within the time and the bytes that are allowed. */
async function requestToken(
  fetch: Fetch,
  request: Request,
  url: string,
): Promise<{ readonly answer: Response; readonly text: string }> {
  const { signal } = request;
  try {
    // A `fetch` of the user may ignore the signal.
    const answer = await raceAbort(fetch(request), signal);
    return { answer, text: await readBoundedText(answer, signal) };
  } catch (cause) {
    const reason = signal.aborted ? "no complete answer came in time" : "no complete answer came";
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
      if (size > LARGEST) throw new TokenTooLargeError(`the answer is larger than ${LARGEST} bytes`);
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
 * Milliseconds that a token is kept. Some servers write the seconds as text; where there is no number, until a call is
 * answered 401.
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
  if (username !== "" || password !== "") throw new TypeError("tokenUrl must be without user and password");
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return href;
  throw new TypeError("tokenUrl must be https: the secret is sent to it");
}
