import {
  ApiError,
  AuthenticationError,
  type CallIdentity,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  type ReceivedResponse,
  ServerError,
} from "../errors/index.js";
import { readDate, readProblem, TOLERATED_DIFFERENCE } from "../oauth1/signers/index.js";
import { type HttpResponse, parseExactly, readRetryAfter, type UnsignedRequest } from "./body/index.js";

/** Returns a hint on what to check, from the usual causes of a platform, or `undefined`. */
export type RefusalHint = (call: RefusedCall, response: Pick<HttpResponse, "status" | "headers">) => string | undefined;

/** Returns true if a response is a success. */
export function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** Creates the error for a status, with a hint on what to check. */
export function createApiError(call: RefusedCall, response: HttpResponse, hint: RefusalHint): ApiError {
  const received: ReceivedResponse = { status: response.status, headers: response.headers, body: readBody(response) };
  const cause = describeMissingSignature(response) ?? hint(call, response);
  const advice = [describeResponse(response), cause, describeClockDifference(response, Date.now())]
    .filter((sentence) => sentence !== undefined)
    .join(". ");
  if (response.status === 429)
    return new RateLimitError(call, received, readRetryAfter(response.headers, Date.now()), advice);
  if (response.status === 403) return new PermissionError(call, received, call.permissions, advice);
  const Class = classes.get(response.status) ?? (response.status >= 500 ? ServerError : ApiError);
  return new Class(call, received, advice);
}

const classes: ReadonlyMap<number, typeof ApiError> = new Map<number, typeof ApiError>([
  [401, AuthenticationError],
  [404, NotFoundError],
  [409, ConflictError],
]);

/** Reads a body: JSON if it is valid JSON, otherwise text, or `undefined` if it is empty. */
export function readBody({ text }: HttpResponse): unknown {
  if (text === "") return undefined;
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}

/** Returns true if the error comes from a service of the platform, not from a server in front of it. */
export function isApplicationError(response: HttpResponse): boolean {
  const body = readBody(response);
  return typeof body === "object" && body !== null && "error" in body && "message" in body;
}

/** Describes a clock difference, which may be the only sign of a rejected timestamp if the platform gives no reason. */
function describeClockDifference({ status, headers }: HttpResponse, now: number): string | undefined {
  const theirs = status === 401 || status === 403 ? readDate(headers) : undefined;
  if (theirs === undefined || Math.abs(theirs - now) <= TOLERATED_DIFFERENCE) return undefined;
  const [their, our] = [theirs, now].map((time) => new Date(time).toISOString());
  return `The platform's clock shows ${their}, but this machine's clock shows ${our}`;
}

/** Recognizes the Problem Reporting code for a request that arrived without its signature. */
function describeMissingSignature({ status, headers, text }: HttpResponse): string | undefined {
  const isMissing = status === 401 && readProblem({ headers, text }) === "parameter_absent";
  return isMissing ? "The signature did not arrive: a proxy or gateway drops the Authorization header" : undefined;
}

function describeResponse({ status, headers, text }: HttpResponse): string | undefined {
  if (status >= 300 && status < 400) {
    const target = headers.get("location") ?? "another address";
    return (
      `The response redirects to ${target.split("?", 1)[0]}; redirects are not followed, because a signature is valid ` +
      "for one URL only"
    );
  }
  return /^\s*</.test(text) ? "The body is HTML: a web server in front of the platform responded instead" : undefined;
}

/** Call that was refused. */
export interface RefusedCall extends CallIdentity, UnsignedRequest {
  /** Rights that the call needs, in the platform's notation. */
  readonly permissions: readonly string[];
}
