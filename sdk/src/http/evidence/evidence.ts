/** Reasons that prove that no byte of the request was sent. */
export const unsentReasons = [
  "refused",
  "unknown-host",
  "unreachable",
  "not-connected",
  "private-address",
  "connect-timeout",
  "untrusted-certificate",
  "tls-version",
  "tls-handshake",
  "proxy-login",
  "proxy-refusal",
  "blocked-port",
] as const;

/** Reason why a request was never sent. */
export type UnsentReason = (typeof unsentReasons)[number];

/** Error or one of its causes, with the properties that show what happened. */
interface Link {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * Returns the reason why a request was never sent, if an error proves that it was not. Returns `undefined` if the
 * request may have been executed. This is the only place that decides it.
 *
 * A code alone proves nothing: the kernel returns `EHOSTUNREACH`, `ECONNREFUSED`, `ENETUNREACH` and `EADDRNOTAVAIL`
 * for a read on an established connection as well, and a damaged record of an executed request gives the same
 * `ERR_SSL_*` as a failed handshake. `docs/errors.md` has the table of runtimes and codes.
 */
export function findUnsentReason(error: unknown): UnsentReason | undefined {
  const links = listCauses(error);
  const marked = links.findIndex(({ code }) => code === NOT_CONNECTED);
  if (marked >= 0) return findReason(links.slice(marked + 1)) ?? "not-connected";
  // An error of an established connection somewhere in the chain outweighs whatever wraps it.
  if (links.some(({ syscall }) => typeof syscall === "string" && !CONNECTING.has(syscall))) return undefined;
  return findReason(links);
}

/** Returns the first code of an error or its causes, for a message. */
export function findCode(error: unknown): string | undefined {
  try {
    return readCode(error);
  } catch {
    return undefined; // the error throws when it is read
  }
}

function readCode(error: unknown): string | undefined {
  const links = listCauses(error).flatMap((link) => [link, ...listParts(link).filter(isLink)]);
  return links
    .map(({ code }) => code)
    .find((code): code is string => typeof code === "string" && code !== NOT_CONNECTED);
}

/** Lists an error and its causes, outermost first, down to a reasonable depth. */
export function listCauses(error: unknown): readonly Link[] {
  const DEEPEST = 8;
  const links: Link[] = [];
  for (let link = error; isLink(link) && links.length < DEEPEST; link = link.cause) links.push(link);
  return links;
}

/** Code of `nodeFetch` for a connection that was never made, including its TLS handshake and proxy tunnel. */
const NOT_CONNECTED = "ERR_NOT_CONNECTED";

/** System calls that precede every byte of a request. */
const CONNECTING: ReadonlySet<string> = new Set(["connect", "getaddrinfo"]);

function findReason(links: readonly Link[]): UnsentReason | undefined {
  for (const link of links) {
    const parts = listParts(link);
    if (parts.length > 0) return findSharedReason(parts);
    for (const rule of rules) {
      const reason = rule(link);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}

/** A host with several addresses causes an error for each of them. All errors must be proof. */
function findSharedReason(parts: readonly unknown[]): UnsentReason | undefined {
  const reasons = parts.map(findUnsentReason);
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function listParts({ errors }: Link): readonly unknown[] {
  return Array.isArray(errors) ? errors : [];
}

function isLink(value: unknown): value is Link {
  return typeof value === "object" && value !== null;
}

/** Rule that reads a reason from one error of a chain. */
type Rule = (link: Link) => UnsentReason | undefined;

/** Node and undici name the system call. The error code shows how the connection failed. */
const bySystemCall: Rule = ({ syscall, code }) => {
  if (typeof syscall !== "string" || !CONNECTING.has(syscall)) return undefined;
  return reasonByErrno.get(String(code)) ?? (syscall === "getaddrinfo" ? "unknown-host" : "not-connected");
};

const reasonByErrno: ReadonlyMap<string, UnsentReason> = new Map([
  ["ECONNREFUSED", "refused"],
  ["ENOTFOUND", "unknown-host"],
  ["EAI_AGAIN", "unknown-host"],
  ["EHOSTUNREACH", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["EADDRNOTAVAIL", "unreachable"],
  ["ETIMEDOUT", "connect-timeout"],
]);

/**
 * Some codes cannot come from an established connection: this side rejects the certificate, or the alert of the other
 * side ends the handshake (RFC 8446 section 6.2, RFC 5246 section 7.2.2). OpenSSL 3.0 and 3.2 spell the same alert
 * differently.
 */
const byCode: Rule = ({ code }) => {
  if (certificateCodes.has(String(code))) return "untrusted-certificate";
  return reasonByCode.get(String(code));
};

const reasonByCode: ReadonlyMap<string, UnsentReason> = new Map([
  ["ERR_PRIVATE_ADDRESS", "private-address"], // from nodeFetch
  ["UND_ERR_CONNECT_TIMEOUT", "connect-timeout"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls-version"],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls-handshake"],
  ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "tls-handshake"],
]);

/** Codes of Node for a certificate that it rejects. */
const certificateCodes: ReadonlySet<string> = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "CRL_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_SIGNATURE_FAILURE",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/**
 * Some runtimes and libraries provide only a message. Each pattern matches from the start of the message, so that
 * text from a server or a URL cannot imitate it.
 */
const byText: Rule = ({ code, message }) => {
  const text = String(message);
  return reasonByText.find(([pattern, needed]) => pattern.test(text) && (needed ?? code) === code)?.[2];
};

/** Pattern, additional required code, and reason. */
const reasonByText: readonly (readonly [RegExp, string | undefined, UnsentReason])[] = [
  // undici, for a proxy that refuses CONNECT.
  [/^Proxy response \(407\) !== 200 when HTTP Tunneling$/, "UND_ERR_ABORTED", "proxy-login"],
  [/^Proxy response \(\d+\) !== 200 when HTTP Tunneling$/, "UND_ERR_ABORTED", "proxy-refusal"],
  // Node and Deno, for a port that the Fetch standard blocks ("port blocking").
  [/^bad port$/, undefined, "blocked-port"],
  [/^Fetch failed: Requests to port \d+ are blocked$/, undefined, "blocked-port"],
  // Bun.
  [/^ECONNREFUSED: Unable to connect\. /, "ECONNREFUSED", "refused"],
  // Deno: its HTTP library names the step that failed, and `Connect` precedes every byte of a request.
  [denoPattern("dns error: "), undefined, "unknown-host"],
  [denoPattern("tcp connect error: Connection refused"), undefined, "refused"],
  [denoPattern("invalid peer certificate: "), undefined, "untrusted-certificate"],
  [denoPattern("received fatal alert: ProtocolVersion"), undefined, "tls-version"],
  [denoPattern("received fatal alert: "), undefined, "tls-handshake"],
  [denoPattern(""), undefined, "not-connected"],
];

function denoPattern(detail: string): RegExp {
  return new RegExp(`^error sending request for url \\(\\S*\\): client error \\(Connect\\): ${detail}`);
}

const rules: readonly Rule[] = [bySystemCall, byCode, byText];
