/** Why an attempt brought no complete answer. */
export type FailureReason =
  | "unsent"
  | "refused"
  | "unknown-host"
  | "unreachable"
  | "private-address"
  | "connect-timeout"
  | "untrusted-certificate"
  | "lost"
  | "not-http"
  | "timeout"
  | "too-large"
  | "undecodable";

/** An attempt that brought no complete answer. */
export interface Failure {
  readonly reason: FailureReason;
  readonly cause: unknown;
  /** Status, where the head of the answer came. */
  readonly status?: number;
}

/** Reasons that prove that no byte of the request left this machine's side of a connection. */
const NOTHING_SENT: ReadonlySet<FailureReason> = new Set([
  "unsent",
  "refused",
  "unknown-host",
  "unreachable",
  "private-address",
  "connect-timeout",
  "untrusted-certificate",
]);

/** Whether the platform surely did not see the request. */
export function isProofOfNoExecution({ reason }: Failure): boolean {
  return NOTHING_SENT.has(reason);
}

/**
 * Node's and undici's codes for what went wrong before a request could be sent. Everything else may have happened after
 * it was: a reset, above all, proves nothing.
 */
const reasonByCode: ReadonlyMap<string, FailureReason> = new Map([
  ["ECONNREFUSED", "refused"],
  ["ENOTFOUND", "unknown-host"],
  ["EAI_AGAIN", "unknown-host"],
  ["EHOSTUNREACH", "unreachable"],
  ["ENETUNREACH", "unreachable"],
  ["EADDRNOTAVAIL", "unreachable"],
  ["ERR_PRIVATE_ADDRESS", "private-address"], // of nodeFetch
  ["ERR_CONTENT_ENCODING", "undecodable"], // of nodeFetch
  ["UND_ERR_CONNECT_TIMEOUT", "connect-timeout"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "untrusted-certificate"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "untrusted-certificate"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "untrusted-certificate"],
  ["UNABLE_TO_GET_ISSUER_CERT", "untrusted-certificate"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "untrusted-certificate"],
  ["CERT_HAS_EXPIRED", "untrusted-certificate"],
  ["CERT_NOT_YET_VALID", "untrusted-certificate"],
  ["CERT_REVOKED", "untrusted-certificate"],
  ["CERT_UNTRUSTED", "untrusted-certificate"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "untrusted-certificate"],
]);

/** Reads an error of `fetch`, whose telling code stands one or more levels down its causes. */
export function failureOf(error: unknown): Failure {
  for (const link of linksOf(error)) {
    if (isOfParser(link)) return { reason: "not-http", cause: withoutQuotation(link) };
    const reason = typeof link.code === "string" ? reasonByCode.get(link.code) : undefined;
    if (reason !== undefined) return { reason, cause: error };
  }
  return { reason: "lost", cause: error };
}

/** The first code of an error or its causes, for a message. */
export function codeOf(error: unknown): string | undefined {
  const code = linksOf(error).find((link) => typeof link.code === "string")?.code;
  return typeof code === "string" ? code : undefined;
}

/** What an error may have that tells of its reason. */
interface Link {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** An error, its causes and its parts, as deep as they can sensibly be. */
function linksOf(error: unknown, depth = 0): readonly Link[] {
  const DEEPEST = 8;
  if (typeof error !== "object" || error === null || depth > DEEPEST) return [];
  const link: Link = error;
  return [
    link,
    ...linksOf(link.cause, depth + 1),
    ...(Array.isArray(link.errors) ? link.errors.flatMap((part) => linksOf(part, depth + 1)) : []),
  ];
}

/** Node 24 leaves the code out, which says what was wrong: `HPE_INVALID_CONSTANT`. */
function isOfParser({ name, code }: Link): boolean {
  return name === "HTTPParserError" || (typeof code === "string" && code.startsWith("HPE_"));
}

/** The parser quotes what came, and that may repeat what was sent. */
function withoutQuotation({ name, message, code }: Link): Error {
  return Object.assign(new Error(String(message)), { name, ...(code === undefined ? {} : { code }) });
}
