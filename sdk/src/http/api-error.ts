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

/** Says what to look at next, or nothing: a platform knows its own usual causes. */
export type RefusalHint = (call: RefusedCall, response: Pick<HttpResponse, "status" | "headers">) => string | undefined;

/** Whether an answer is a success. */
export function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** The error class of a status, for what a caller does next. */
export function createApiError(call: RefusedCall, response: HttpResponse, hint: RefusalHint): ApiError {
  const received: ReceivedResponse = { status: response.status, headers: response.headers, body: readBody(response) };
  const usual = describeMissingSignature(response) ?? hint(call, response);
  const next = [describeResponse(response), usual, describeClockDifference(response, Date.now())]
    .filter((sentence) => sentence !== undefined)
    .join(". ");
  if (response.status === 429)
    return new RateLimitError(call, received, readRetryAfter(response.headers, Date.now()), next);
  if (response.status === 403) return new PermissionError(call, received, call.permissions, next);
  const Class = classes.get(response.status) ?? (response.status >= 500 ? ServerError : ApiError);
  return new Class(call, received, next);
}

const classes: ReadonlyMap<number, typeof ApiError> = new Map<number, typeof ApiError>([
  [401, AuthenticationError],
  [404, NotFoundError],
  [409, ConflictError],
]);

/** JSON where it is JSON, text where it is not, `undefined` where there is none. */
export function readBody({ text }: HttpResponse): unknown {
  if (text === "") return undefined;
  try {
    return parseExactly(text);
  } catch {
    return text;
  }
}

/** Whether a service of the platform itself says what is wrong, rather than a server in front of it. */
export function isApplicationError(response: HttpResponse): boolean {
  const body = readBody(response);
  return typeof body === "object" && body !== null && "error" in body && "message" in body;
}

/** A timestamp that was refused, seen from here: nothing else tells of it where a platform names no reason. */
function describeClockDifference({ status, headers }: HttpResponse, now: number): string | undefined {
  const theirs = status === 401 || status === 403 ? readDate(headers) : undefined;
  if (theirs === undefined || Math.abs(theirs - now) <= TOLERATED_DIFFERENCE) return undefined;
  const [their, our] = [theirs, now].map((time) => new Date(time).toISOString());
  return `The platform's clock says ${their}, this machine's ${our}`;
}

/** The Problem Reporting extension has a word for a request that came without what was sent with it. */
function describeMissingSignature({ status, headers, text }: HttpResponse): string | undefined {
  const isUnseen = status === 401 && readProblem({ headers, text }) === "parameter_absent";
  return isUnseen ? "The signature did not arrive: something on the way drops the Authorization header" : undefined;
}

function describeResponse({ status, headers, text }: HttpResponse): string | undefined {
  if (status >= 300 && status < 400) {
    const target = headers.get("location") ?? "another address";
    return `It redirects to ${target.split("?", 1)[0]}; redirects are not followed, since a signature holds for one URL`;
  }
  return /^\s*</.test(text)
    ? "The body is HTML: a web server in front of the platform answered in its place"
    : undefined;
}

/** A call that was refused. */
export interface RefusedCall extends CallIdentity, UnsignedRequest {
  /** Rights that it needs, in the platform's words. */
  readonly permissions: readonly string[];
}
