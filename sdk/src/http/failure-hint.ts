import { type Failure, type FailureReason, findCode } from "./evidence/index.js";

/** Tells what to check after a failure, where there is something to check. */
export function findHint({ reason, cause }: Failure): string | undefined {
  return byCode.get(findCode(cause) ?? "") ?? byReason[reason];
}

const byCode: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "The certificate has expired, unless this machine's clock is wrong"],
  ["CERT_NOT_YET_VALID", "The certificate is not valid yet, unless this machine's clock is wrong"],
  ["CERT_REVOKED", "The certificate was revoked: the server may not be the platform"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "The certificate is for another host than the one in baseUrl"],
  [
    // With TLS 1.3 the alert comes after the request, and undici often sees no more of it than the end of the connection.
    "UND_ERR_SOCKET",
    "If every call ends like this, the server may ask for a client certificate: check the host and port of baseUrl",
  ],
  [
    "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    "The server asks for a client certificate: check the host and port of baseUrl",
  ],
]);

const byReason: { readonly [R in FailureReason]?: string } = {
  "unknown-host": "Check the host of baseUrl",
  "untrusted-certificate":
    "For a lab's self-signed certificate, pass it to this client: fetch: nodeFetch({ ca }) from apsdirect/node",
  "tls-version": "The server accepts none of the TLS versions that this runtime offers",
  "tls-handshake":
    "The server shares no TLS version or cipher with this runtime, or it asks for a client certificate: check the host " +
    "and port of baseUrl",
  "proxy-login": "Pass the user and password of the proxy in its URL",
  "proxy-refusal": "Check that the proxy may connect to this host and port",
  "blocked-port": "fetch blocks this port: use nodeFetch from apsdirect/node, or another port",
};
