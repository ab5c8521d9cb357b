import { assertHeaderName, assertHeaderText, assertSecretText } from "./header-text.js";
import { saveSecrets } from "./sent-secrets.js";
import type { Signer } from "./signer.js";

/** Secret text, or a function that returns it. The function is called for each request, so the secret may change. */
export type SecretSource = string | (() => string | Promise<string>);

/**
 * Creates a signer for HTTP Basic (RFC 7617), in UTF-8.
 *
 * @throws TypeError if the user name contains a colon, which would end it (RFC 7617 section 2), or if either value
 * contains a control character such as a line end. If the password is a function, signing rejects with the error
 * instead
 */
export function basicSigner(username: string, password: SecretSource): Signer {
  if (username.includes(":")) throw new TypeError("A user name for HTTP Basic cannot contain a colon");
  assertSecretText(username, "the user name of basicSigner");
  const secret = createSecretReader(password, (text) => assertSecretText(text, "the password of basicSigner"));
  return createHeaderSigner("authorization", secret, (text) => `Basic ${base64(`${username}:${text}`)}`);
}

/**
 * Creates a signer that sends a bearer token (RFC 6750).
 *
 * @throws TypeError if a header cannot contain the token, for example because of a line end. If the token is a
 * function, signing rejects with the error instead
 */
export function bearerSigner(token: SecretSource): Signer {
  const secret = createSecretReader(token, (text) => assertHeaderText(text, "the token of bearerSigner"));
  return createHeaderSigner("authorization", secret, (text) => `Bearer ${text}`);
}

/** API key and its place in a request. */
export interface ApiKey {
  /** Place of the key in the request. */
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, the query parameter or the cookie. */
  readonly name: string;
  /** Key, or a function that returns it. */
  readonly value: SecretSource;
}

/**
 * Creates a signer that sends an API key in the place that the document specifies.
 *
 * @throws TypeError if the key contains a control character such as a line end, or a header cannot contain the key or
 * the name. If the key is a function, signing rejects with the error instead
 */
export function apiKeySigner({ in: place, name, value }: ApiKey): Signer {
  if (place === "header") assertHeaderName(name);
  const assertKey = place === "header" ? assertHeaderText : assertSecretText;
  return keySigners[place](
    name,
    createSecretReader(value, (text) => assertKey(text, "the value of apiKeySigner")),
  );
}

type Secret = () => Promise<string>;

/** Signer for each place that OpenAPI allows. */
const keySigners: { readonly [P in ApiKey["in"]]: (name: string, key: Secret) => Signer } = {
  header: (name, key) => createHeaderSigner(name, key, (text) => text),
  query: (name, key) => ({
    async sign(request) {
      const { method, headers, signal, redirect, url } = request;
      const parameter = `${encodeURIComponent(name)}=${encodeURIComponent(await key())}`;
      // A stream would lose its length and be sent in chunks, which not every server accepts.
      const body = request.body && (await request.arrayBuffer());
      return new Request(`${url}${url.includes("?") ? "&" : "?"}${parameter}`, {
        method,
        headers,
        signal,
        redirect,
        body,
      });
    },
  }),
  cookie: (name, key) => ({
    async sign(request) {
      const headers = new Headers(request.headers);
      const cookie = `${name}=${encodeURIComponent(await key())}`;
      headers.set("cookie", [headers.get("cookie") ?? [], cookie].flat().join("; "));
      return new Request(request, { headers });
    },
  }),
};

function createHeaderSigner(name: string, secret: Secret, format: (secret: string) => string): Signer {
  return {
    async sign(request) {
      const text = await secret();
      const headers = new Headers(request.headers);
      headers.set(name, format(text));
      const signed = new Request(request, { headers });
      saveSecrets(signed, [text]);
      return signed;
    },
  };
}

/** Creates a reader that returns and checks the secret for each request. A fixed secret is also checked immediately. */
function createSecretReader(source: SecretSource, assertUsable: (secret: string) => void): Secret {
  const check = (secret: unknown): string => {
    if (typeof secret !== "string" || secret === "") throw new TypeError("The secret of a signer is missing");
    assertUsable(secret);
    return secret;
  };
  if (typeof source === "string" && source !== "") check(source);
  return async () => check(typeof source === "function" ? await source() : source);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
