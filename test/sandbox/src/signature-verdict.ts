import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import type { SandboxCredentials } from "./credentials.js";
import type { IncomingCall } from "./http-server.js";

/** What the check of a signature found. `problem` is a name of the OAuth Problem Reporting extension. */
export type SignatureVerdict =
  | { readonly ok: true; readonly consumerKey: string }
  | { readonly ok: false; readonly problem: string; readonly message: string };

/** Against what signatures are checked. */
export interface SignatureCheckOptions {
  readonly credentials: SandboxCredentials;
  /** Where the server listens. */
  readonly baseUrl: string;
  /** Clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** As many as a long load test makes within the ten minutes that a nonce is remembered. */
const nonceCapacity = 2_000_000;

/**
 * Checks the signature of a call; `skew` is how far the platform's clock is ahead, in seconds.
 *
 * @defaultValue 0 for `skew`
 */
export type SignatureCheck = (call: IncomingCall, skew?: number) => Promise<SignatureVerdict>;

/** A check of signatures that remembers, as long as it lives, which nonces were used. */
export function createSignatureCheck({ credentials, baseUrl, now }: SignatureCheckOptions): SignatureCheck {
  const nonceStore = createMemoryNonceStore({ capacity: nonceCapacity, now });
  const secretFor = (key: string) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined);

  return async ({ method, target, headers, body }, skew = 0) => {
    const publicUrl = addressUsed(headers, baseUrl);
    try {
      const request = { method, url: target, headers, body };
      const clock = () => now() + skew * 1000;
      const { consumerKey } = await verifyRequest(request, { secretFor, nonceStore, publicUrl, now: clock });
      return { ok: true, consumerKey };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { ok: false, problem: error.problem, message: error.message };
    }
  };
}

function isRefusal(error: unknown): error is Error & { readonly problem: string } {
  return error instanceof Error && "code" in error && error.code === "REQUEST_REFUSED" && "problem" in error;
}

/** `localhost` and `127.0.0.1` are the same server, and a client signs the one it was given. */
export function addressUsed(headers: IncomingCall["headers"], baseUrl: string): string {
  const { host, port } = new URL(baseUrl);
  const named = headers.find(([name]) => name.toLowerCase() === "host")?.[1];
  return `https://${named === `localhost:${port}` ? named : host}`;
}
