import { type Failure, type FailureReason, findCode } from "./evidence/index.js";

/** Returns a hint on what to check after a failure, if there is one. */
export function findHint({ reason, cause }: Failure): string | undefined {
  return byCode.get(findCode(cause) ?? "") ?? byReason[reason];
}

const byCode: ReadonlyMap<string, string> = new Map([
  ["CERT_HAS_EXPIRED", "The certificate has expired, unless this machine's clock is wrong"],
  ["CERT_NOT_YET_VALID", "The certificate is not valid yet, unless this machine's clock is wrong"],
  ["CERT_REVOKED", "The certificate was revoked: the server may not be the platform"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "The certificate is for another host than the one in baseUrl"],
  [
    // With TLS 1.3, the alert comes after the request, and undici often sees only the end of the connection.
    "UND_ERR_SOCKET",
    "If every call fails like this, the server may require a client certificate: check the host and port of baseUrl",
  ],
  [
    "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
    "The server requires a client certificate: check the host and port of baseUrl",
  ],
]);

const byReason: { readonly [R in FailureReason]?: string } = {
  "unknown-host": "Check the host of baseUrl",
  "untrusted-certificate":
    "For a lab's self-signed certificate, pass it to this client: fetch: nodeFetch({ ca }) from apsdirect/node",
  "tls-version": "The server accepts none of the TLS versions that this runtime supports",
  "tls-handshake":
    "The server and this runtime have no TLS version or cipher in common, or the server requires a client certificate: " +
    "check the host and port of baseUrl",
  "proxy-login": "Pass the user and password of the proxy in its URL",
  "proxy-refusal": "Check that the proxy may connect to this host and port",
  "blocked-port": "fetch blocks this port: use nodeFetch from apsdirect/node, or another port",
};
