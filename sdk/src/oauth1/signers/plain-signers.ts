import { assertHeaderName, assertHeaderText, assertSecretText } from "./header-text.js";
import { saveSecrets } from "./sent-secrets.js";
import type { Signer } from "./signer.js";

/** A secret text, or a function that gives it: asked for each request, so that it may change. */
export type SecretSource = string | (() => string | Promise<string>);

/**
 * HTTP Basic (RFC 7617), in UTF-8.
 *
 * @throws TypeError for a user name with a colon, which ends the user name (RFC 7617 section 2), and for control characters
 * such as a line end in either. With a function for the password, signing rejects with it instead
 */
export function basicSigner(username: string, password: SecretSource): Signer {
  if (username.includes(":")) throw new TypeError("a user name of HTTP Basic cannot hold a colon");
  assertSecretText(username, "the user name of basicSigner");
  const secret = secretReader(password, (text) => assertSecretText(text, "the password of basicSigner"));
  return headerSigner("authorization", secret, (text) => `Basic ${base64(`${username}:${text}`)}`);
}

/**
 * A bearer token (RFC 6750).
 *
 * @throws TypeError for a token that a header cannot have, such as one with a line end. With a function for the token,
 * signing rejects with it instead
 */
export function bearerSigner(token: SecretSource): Signer {
  const secret = secretReader(token, (text) => assertHeaderText(text, "the token of bearerSigner"));
  return headerSigner("authorization", secret, (text) => `Bearer ${text}`);
}

/** Where an API key stands, and what it is. */
export interface ApiKey {
  /** Where in the request it stands. */
  readonly in: "header" | "query" | "cookie";
  /** Of the header, the parameter or the cookie. */
  readonly name: string;
  /** The key itself, or a function that gives it. */
  readonly value: SecretSource;
}

/**
 * An API key in the place that the document names.
 *
 * @throws TypeError for a key with a control character such as a line end, and for a key or a name that a header cannot
 * have. With a function for the key, signing rejects with it instead
 */
export function apiKeySigner({ in: place, name, value }: ApiKey): Signer {
  if (place === "header") assertHeaderName(name);
  const assertKey = place === "header" ? assertHeaderText : assertSecretText;
  return keySigners[place](
    name,
    secretReader(value, (text) => assertKey(text, "the value of apiKeySigner")),
  );
}

type Secret = () => Promise<string>;

/** One line per place of OpenAPI. */
const keySigners: { readonly [P in ApiKey["in"]]: (name: string, key: Secret) => Signer } = {
  header: (name, key) => headerSigner(name, key, (text) => text),
  query: (name, key) => ({
    async sign(request) {
      const { method, headers, signal, redirect, url } = request;
      const parameter = `${encodeURIComponent(name)}=${encodeURIComponent(await key())}`;
      // Handed on as a stream, a body would lose its length and be sent in chunks, which not every server takes.
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

function headerSigner(name: string, secret: Secret, written: (secret: string) => string): Signer {
  return {
    async sign(request) {
      const text = await secret();
      const headers = new Headers(request.headers);
      headers.set(name, written(text));
      const signed = new Request(request, { headers });
      saveSecrets(signed, [text]);
      return signed;
    },
  };
}

/** Reads a secret for each request. Checks it before anything could show it: at once, unless a function gives it. */
function secretReader(source: SecretSource, assertUsable: (secret: string) => void): Secret {
  const checked = (secret: unknown): string => {
    if (typeof secret !== "string" || secret === "") throw new TypeError("the secret of a signer is missing");
    assertUsable(secret);
    return secret;
  };
  if (typeof source === "string" && source !== "") checked(source);
  return async () => checked(typeof source === "function" ? await source() : source);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
