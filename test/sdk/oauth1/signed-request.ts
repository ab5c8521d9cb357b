import type { VerifyRequestOptions } from "apsdirect/oauth1";
import { createMemoryNonceStore, createSignature, type RawRequest, verifyRequest } from "apsdirect/oauth1";

/** URL that AppDirect calls. */
export const url = "https://vendor.test/ad/events?eventUrl=https%3A%2F%2Fshop.test%2Fe%2F1";
export const credentials = { consumerKey: "vendor-1", consumerSecret: "s3cret" };
/** Time of the signature, in seconds since 1970. */
export const time = 1_717_200_000;
export const now = () => time * 1000;
export const form = { "content-type": "application/x-www-form-urlencoded" };

export interface Signed {
  method?: string;
  url?: string;
  formBody?: string;
  consumerKey?: string;
  timestamp?: string;
  nonce?: string;
  extra?: [string, string][];
}

/** Creates the protocol parameters of a valid request, with the given changes. */
export function signedPairs({ method = "GET", formBody, ...given }: Signed = {}): [string, string][] {
  const oauth: [string, string][] = [
    ["oauth_version", "1.0"],
    ["oauth_consumer_key", given.consumerKey ?? "vendor-1"],
    ["oauth_nonce", given.nonce ?? "n1"],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", given.timestamp ?? String(time)],
    ...(given.extra ?? []),
  ];
  const signature = createSignature({ method, url: given.url ?? url, formBody, oauth, consumerSecret: "s3cret" });
  return [...oauth, ["oauth_signature", signature]];
}

/** Creates an Authorization header with the protocol parameters. */
export function header(given: Signed = {}): string {
  return `OAuth ${signedPairs(given)
    .map(([name, value]) => `${name}="${encodeURIComponent(value)}"`)
    .join(", ")}`;
}

/** Creates a valid request, with the given changes. */
export function raw(given: Partial<RawRequest> = {}): RawRequest {
  return { method: "GET", url, headers: { authorization: header() }, ...given };
}

/** Creates a request whose Authorization header is edited after signing. */
export function edited(edit: (authorization: string) => string): Partial<RawRequest> {
  return { headers: { authorization: edit(header()) } };
}

/** Creates a request that is signed for this target. */
export function signedUrl(target: string): Partial<RawRequest> {
  return { url: target, headers: { authorization: header({ url: target }) } };
}

export function options(given: Partial<VerifyRequestOptions> = {}): VerifyRequestOptions {
  return { secretFor: (key) => new Map([["vendor-1", "s3cret"]]).get(key), now, ...given };
}

/** Verifies a request with a new nonce store, so that each test can use the same nonce. */
export function verify(request: Request | RawRequest, given: Partial<VerifyRequestOptions> = {}) {
  return verifyRequest(request, options({ nonceStore: createMemoryNonceStore(), ...given }));
}

/** Problem and status of a refusal. */
export interface Refused {
  readonly problem: string;
  readonly status: number;
}

export const absent: Refused = { problem: "parameter_absent", status: 400 };
export const rejected: Refused = { problem: "parameter_rejected", status: 400 };
export const stale: Refused = { problem: "timestamp_refused", status: 401 };
export const unknown: Refused = { problem: "consumer_key_unknown", status: 401 };
export const invalid: Refused = { problem: "signature_invalid", status: 401 };
export const used: Refused = { problem: "nonce_used", status: 401 };
export const unavailable: Refused = { problem: "nonce_store_unavailable", status: 401 };
