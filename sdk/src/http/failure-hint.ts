import { codeOf, type Failure } from "./failure.js";

/** What to look at next where no connection came about. */
export function hintFor({ reason, cause }: Failure): string | undefined {
  if (reason === "unknown-host") return "Check the host of baseUrl";
  if (reason !== "untrusted-certificate") return undefined;
  return byCertificateCode.get(codeOf(cause) ?? "") ?? UNKNOWN_ISSUER;
}

const byCertificateCode: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "It has expired, unless this machine's clock is wrong"],
  ["CERT_NOT_YET_VALID", "It is not valid yet, unless this machine's clock is wrong"],
  ["CERT_REVOKED", "It was revoked: whoever answers may not be the platform"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "It is for another host than the one in baseUrl"],
]);

const UNKNOWN_ISSUER =
  "For a lab's self-signed certificate give it to this client: fetch: nodeFetch({ ca }) from apsdirect/node";
