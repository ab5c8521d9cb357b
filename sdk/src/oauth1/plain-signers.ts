import type { Signer } from "./signer.js";

/** A secret text, or a function that gives it: asked for each request, so that it may change. */
export type SecretSource = string | (() => string | Promise<string>);

/**
 * HTTP Basic (RFC 7617), in UTF-8.
 *
 * @throws TypeError for a user name with a colon, which could not be told from the password
 */
export function basicSigner(username: string, password: SecretSource): Signer {
  if (username.includes(":")) throw new TypeError("a user name of HTTP Basic cannot hold a colon");
  return headerSigner("authorization", async () => `Basic ${base64(`${username}:${await secretOf(password)}`)}`);
}

/** A bearer token (RFC 6750). */
export function bearerSigner(token: SecretSource): Signer {
  return headerSigner("authorization", async () => `Bearer ${await secretOf(token)}`);
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

/** An API key in the place that the document names. */
export function apiKeySigner({ in: place, name, value }: ApiKey): Signer {
  return keySigners[place](name, () => secretOf(value));
}

type Secret = () => Promise<string>;

/** One line per place of OpenAPI. */
const keySigners: { readonly [P in ApiKey["in"]]: (name: string, key: Secret) => Signer } = {
  header: headerSigner,
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

function headerSigner(name: string, value: Secret): Signer {
  return {
    async sign(request) {
      const headers = new Headers(request.headers);
      headers.set(name, await value());
      return new Request(request, { headers });
    },
  };
}

async function secretOf(source: SecretSource): Promise<string> {
  const secret = typeof source === "function" ? await source() : source;
  if (typeof secret !== "string" || secret === "") throw new TypeError("the secret of a signer is missing");
  return secret;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
