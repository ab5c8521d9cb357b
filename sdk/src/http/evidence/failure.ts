import { findUnsentReason, listCauses, type UnsentReason, unsentReasons } from "./evidence.js";

/** Reason why an attempt did not receive a complete response. */
export type FailureReason = UnsentReason | "unsent" | "lost" | "not-http" | "timeout" | "too-large" | "undecodable";

/** Failure of an attempt to receive a complete response. */
export interface Failure {
  readonly reason: FailureReason;
  readonly cause: unknown;
  /** Status, if the head of the response arrived. */
  readonly status?: number;
}

const UNSENT: ReadonlySet<FailureReason> = new Set(["unsent", ...unsentReasons]);

/** Returns true if the failure proves that the platform never received the request. */
export function isProofOfNoExecution({ reason }: Failure): boolean {
  return UNSENT.has(reason);
}

/** Reads an error of `fetch`. An error whose properties throw proves nothing. */
export function readFailure(error: unknown): Failure {
  try {
    return interpretError(error);
  } catch {
    return { reason: "lost", cause: error };
  }
}

function interpretError(error: unknown): Failure {
  const garbled = listCauses(error).find(isParserError);
  if (garbled !== undefined) return { reason: "not-http", cause: removeQuotation(garbled) };
  // nodeFetch could not decode the body as its Content-Encoding says.
  if (listCauses(error).some(({ code }) => code === "ERR_CONTENT_ENCODING"))
    return { reason: "undecodable", cause: error };
  return { reason: findUnsentReason(error) ?? "lost", cause: error };
}

type Link = ReturnType<typeof listCauses>[number];

/** Node 24 omits the code of the problem, such as `HPE_INVALID_CONSTANT`, so the name is checked too. */
function isParserError({ name, code }: Link): boolean {
  return name === "HTTPParserError" || (typeof code === "string" && code.startsWith("HPE_"));
}

/** The parser quotes the received bytes, which may repeat credentials of the request. */
function removeQuotation({ name, message, code }: Link): Error {
  return Object.assign(new Error(String(message)), { name, ...(code === undefined ? {} : { code }) });
}
