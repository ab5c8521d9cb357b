import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import type { IncomingCall } from "./http-server.js";

/** What the check of a signature found. `problem` is a name of the OAuth Problem Reporting extension. */
export type SignatureVerdict =
  | { readonly ok: true; readonly consumerKey: string }
  | { readonly ok: false; readonly problem: string; readonly message: string };

/** What stands in front of the bus. */
export interface GatewayOptions {
  /**
   * The address by which the bus believes to be called, `https://admin.provider.test`: its brand access point. A signature
   * made for another one is refused. @defaultValue where the server listens
   */
  readonly origin?: string;
  /**
   * Gateways, as IP addresses or ranges: what they say in `X-Forwarded-Host` and `X-Forwarded-Proto` counts in place of
   * the origin. From anyone else, these headers are ignored. @defaultValue none
   */
  readonly proxies?: readonly string[];
}

/** Against what signatures are checked. */
export interface SignatureCheckOptions {
  /** Secret of a consumer key; `undefined` for a key that nobody has. */
  readonly secretFor: (consumerKey: string) => string | undefined;
  /** Where the server listens. */
  readonly baseUrl: string;
  readonly gateway?: GatewayOptions;
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
export function createSignatureCheck(options: SignatureCheckOptions): SignatureCheck {
  const { secretFor, baseUrl, gateway = {}, now } = options;
  const { origin, proxies = [] } = gateway;
  // One key may use all of it: only the user's own programs call a sandbox.
  const nonceStore = createMemoryNonceStore({ capacity: nonceCapacity, quota: nonceCapacity, now });

  return async (call, skew = 0) => {
    const { method, headers, body } = call;
    const { url, ...address } = addressOf(call, origin ?? addressUsed(headers, baseUrl), proxies);
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

/** With gateways, the URL says which origin counts where none of them does. A target that is no path has none to say. */
function addressOf({ target, remoteAddress }: IncomingCall, publicUrl: string, proxies: readonly string[]) {
  if (proxies.length === 0 || !target.startsWith("/")) return { url: target, publicUrl };
  return { url: new URL(publicUrl).origin + target, trustedProxies: proxies, remoteAddress };
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
