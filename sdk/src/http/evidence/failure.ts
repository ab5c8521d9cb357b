import { findUnsentReason, listCauses, type UnsentReason, unsentReasons } from "./evidence.js";

/** Reason why an attempt brought no complete answer. */
export type FailureReason = UnsentReason | "unsent" | "lost" | "not-http" | "timeout" | "too-large" | "undecodable";

/** Attempt that brought no complete answer. */
export interface Failure {
  readonly reason: FailureReason;
  readonly cause: unknown;
  /** Status, where the head of the answer came. */
  readonly status?: number;
}

const UNSENT: ReadonlySet<FailureReason> = new Set(["unsent", ...unsentReasons]);

/** Tells whether the platform surely did not see the request. */
export function isProofOfNoExecution({ reason }: Failure): boolean {
  return UNSENT.has(reason);
}

/** Reads an error of `fetch`. One that throws when it is read proves nothing. */
export function readFailure(error: unknown): Failure {
  try {
    return interpretError(error);
  } catch {
    return { reason: "lost", cause: error };
  }
}

function interpretError(error: unknown): Failure {
  const garbled = listCauses(error).find(isOfParser);
  if (garbled !== undefined) return { reason: "not-http", cause: withoutQuotation(garbled) };
  // nodeFetch could not decode the body as its Content-Encoding says.
  if (listCauses(error).some(({ code }) => code === "ERR_CONTENT_ENCODING"))
    return { reason: "undecodable", cause: error };
  return { reason: findUnsentReason(error) ?? "lost", cause: error };
}

type Link = ReturnType<typeof listCauses>[number];

/** Node 24 leaves the code out, which says what was wrong: `HPE_INVALID_CONSTANT`. */
function isOfParser({ name, code }: Link): boolean {
  return name === "HTTPParserError" || (typeof code === "string" && code.startsWith("HPE_"));
}

/** The parser quotes the bytes that came, and these may repeat what was sent. */
function withoutQuotation({ name, message, code }: Link): Error {
  return Object.assign(new Error(String(message)), { name, ...(code === undefined ? {} : { code }) });
}
