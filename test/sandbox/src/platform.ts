import { Failure } from "./failure.js";
import type { Fault } from "./faults/fault.js";
import { applyFaults, applyFaultsToTarget, clockSkewOf, setDate } from "./faults/fault-effects.js";
import { parseFaultHeader } from "./faults/fault-header.js";
import type { FaultBox } from "./faults/fault-switches.js";
import type { LateRequests } from "./faults/late-requests.js";
import { applyListFaults } from "./faults/list-faults.js";
import type { IncomingCall, OutgoingResponse } from "./http-server.js";
import type { RequestLog } from "./recorded-requests.js";
import type { SignatureCheck, SignatureVerdict } from "./signature-verdict.js";

/** Platform behind a server. */
export interface Platform {
  readonly name: "aps" | "appdirect";
  /** Status for a request with an invalid signature. */
  readonly refusalStatus: 401 | 403;
  /** Handles a request with a valid signature for this key. Throws a {@link Failure} for an error response. */
  answer(call: IncomingCall, consumerKey: string): OutgoingResponse;
  /** Formats an error like the platform. */
  failure(failure: Failure): OutgoingResponse;
}

/** Steps before and after a platform handles a request. */
export interface Gate {
  readonly verify: SignatureCheck;
  readonly log: RequestLog;
  readonly faults: FaultBox;
  /** Requests that a fault holds for later. */
  readonly late: LateRequests;
  /** Clock in milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves once all changes are stored. */
  readonly written: () => Promise<void>;
}

/**
 * Handles calls: checks the signature, applies active faults, and lets the platform respond. Stores all changes and
 * records the request as the client sent it before the response leaves.
 */
export function createCallHandler(
  platform: Platform,
  { verify, log, faults, late, now, written }: Gate,
): (call: IncomingCall) => Promise<OutgoingResponse> {
  return async (call) => {
    await late.executeDue();
    const wished = parseRequestedFaults(call);
    const active =
      wished instanceof Failure ? [] : [...wished, ...faults.take(faultOccasionOf(platform, call), isOnTheWay)];
    const seen = { ...call, target: applyFaultsToTarget(active, call.target) };
    const signature = await verify(seen, clockSkewOf(active));
    // The signature has been checked; list faults apply between the platform and its data.
    const understood = { ...seen, target: applyListFaults(active, seen.target) };
    const side = { failure: platform.failure, now, request: seen, late };
    const given = await applyFaults(active, side, async () => {
      const made = wished instanceof Failure ? platform.failure(wished) : respond(platform, understood, signature);
      return written().then(
        () => made,
        (error) => platform.failure(toFailure(error)),
      );
    });
    // Use the sandbox's clock, so that the `Date` header agrees with the dates of orders.
    const answer = given.headers["Date"] === undefined ? setDate(given, now()) : given;
    const { method, target, headers, body } = call;
    const { status } = answer;
    const happened = active.map(({ kind }) => kind);
    log.add({ platform: platform.name, method, target, headers, body, status, faults: happened, signature });
    return answer;
  };
}

function parseRequestedFaults(call: IncomingCall): readonly Fault[] | Failure {
  try {
    return parseFaultHeader(call);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function faultOccasionOf({ name }: Platform, { target }: IncomingCall) {
  return { platform: name, path: target.replace(/\?.*$/s, "") };
}

/** Returns true for faults of incoming requests. Only `duplicate` applies to outgoing events. */
function isOnTheWay({ kind }: Fault): boolean {
  return kind !== "duplicate";
}

function respond(platform: Platform, call: IncomingCall, signature: SignatureVerdict): OutgoingResponse {
  try {
    if (call.bodyTooLong) throw new Failure(413, "The body is longer than 1 MiB");
    if (!signature.ok) throw unauthorizedFailure(platform, signature);
    return platform.answer(call, signature.consumerKey);
  } catch (error) {
    return platform.failure(toFailure(error));
  }
}

function toFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(500, `The sandbox failed: ${error}`);
}

/**
 * Creates the error for an invalid signature. A real platform would not give a reason. The sandbox does, because it
 * protects nothing and newcomers need the reason.
 */
function unauthorizedFailure(
  { refusalStatus }: Platform,
  { problem, message }: SignatureVerdict & { ok: false },
): Failure {
  return new Failure(refusalStatus, `Unauthorized request: ${problem}: ${message}`, {
    // RFC 9110 section 15.5.2: a 401 names the expected scheme.
    headers: refusalStatus === 401 ? { "WWW-Authenticate": "OAuth" } : {},
  });
}
