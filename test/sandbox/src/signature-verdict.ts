import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import type { IncomingCall } from "./http-server.js";

/** Result of a signature check. `problem` is a name from the OAuth Problem Reporting extension. */
export type SignatureVerdict =
  | { readonly ok: true; readonly consumerKey: string }
  | { readonly ok: false; readonly problem: string; readonly message: string };

/** Gateway in front of the bus. */
export interface GatewayOptions {
  /**
   * URL that the bus believes it is called by: its brand access point, such as `https://admin.provider.test`.
   * Signatures for other URLs are rejected. @defaultValue the URL of the server
   */
  readonly origin?: string;
  /**
   * IP addresses or ranges of gateways. Their `X-Forwarded-Host` and `X-Forwarded-Proto` headers replace the origin.
   * From other clients, these headers are ignored. @defaultValue none
   */
  readonly proxies?: readonly string[];
}

/** Options for checking signatures. */
export interface SignatureCheckOptions {
  /** Returns the secret of a consumer key, or `undefined` for an unknown key. */
  readonly secretFor: (consumerKey: string) => string | undefined;
  /** URL of the server. */
  readonly baseUrl: string;
  readonly gateway?: GatewayOptions;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
}

/** Capacity for a long load test during the ten minutes that a nonce is remembered. */
const nonceCapacity = 2_000_000;

/**
 * Checks the signature of a call. `skew` is the offset of the platform's clock in seconds.
 *
 * @defaultValue 0 for `skew`
 */
export type SignatureCheck = (call: IncomingCall, skew?: number) => Promise<SignatureVerdict>;

/** Creates a signature check that remembers used nonces. */
export function createSignatureCheck(options: SignatureCheckOptions): SignatureCheck {
  const { secretFor, baseUrl, gateway = {}, now } = options;
  const { origin, proxies = [] } = gateway;
  // A single key may use the whole quota, because only the user's own programs call a sandbox.
  const nonceStore = createMemoryNonceStore({ capacity: nonceCapacity, quota: nonceCapacity, now });

  return async (call, skew = 0) => {
    const { method, headers, body } = call;
    const { url, ...address } = resolveAddress(call, origin ?? baseUrlUsed(headers, baseUrl), proxies);
    try {
      const clock = () => now() + skew * 1000;
      const request = { method, url, headers, body };
      const { consumerKey } = await verifyRequest(request, { ...address, secretFor, nonceStore, now: clock });
      return { ok: true, consumerKey };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { ok: false, problem: error.problem, message: error.message };
    }
  };
}

/**
 * URL for verification. With gateways, it contains the origin that applies if no gateway specifies one. A target that
 * is not a path has no origin to replace.
 */
function resolveAddress({ target, remoteAddress }: IncomingCall, publicUrl: string, proxies: readonly string[]) {
  if (proxies.length === 0 || !target.startsWith("/")) return { url: target, publicUrl };
  return { url: new URL(publicUrl).origin + target, trustedProxies: proxies, remoteAddress };
}

function isRefusal(error: unknown): error is Error & { readonly problem: string } {
  return error instanceof Error && "code" in error && error.code === "REQUEST_REFUSED" && "problem" in error;
}

/**
 * Base URL that the client used. `localhost` and `127.0.0.1` are the same server, and a client signs the name it was
 * given.
 */
export function baseUrlUsed(headers: IncomingCall["headers"], baseUrl: string): string {
  const { host, port } = new URL(baseUrl);
  const named = headers.find(([name]) => name.toLowerCase() === "host")?.[1];
  return `https://${named === `localhost:${port}` ? named : host}`;
}
