import { Failure } from "./failure.js";
import type { Fault } from "./faults/fault.js";
import { dated, skewUnder, targetUnder, underFaults } from "./faults/fault-effects.js";
import { faultsOfHeader } from "./faults/fault-header.js";
import type { FaultBox } from "./faults/fault-switches.js";
import type { LateRequests } from "./faults/late-requests.js";
import { listTargetUnder } from "./faults/list-faults.js";
import type { Answer, IncomingCall } from "./http-server.js";
import type { RequestLog } from "./recorded-requests.js";
import type { SignatureCheck, SignatureVerdict } from "./signature-verdict.js";

/** Platform behind a server. */
export interface Platform {
  readonly name: "aps" | "appdirect";
  /** Status for a request with an invalid signature. */
  readonly refusalStatus: 401 | 403;
  /** Handles a request with a valid signature for this key. Throws a {@link Failure} for an error response. */
  answer(call: IncomingCall, consumerKey: string): Answer;
  /** Formats an error like the platform. */
  failure(failure: Failure): Answer;
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
export function gated(
  platform: Platform,
  { verify, log, faults, late, now, written }: Gate,
): (call: IncomingCall) => Promise<Answer> {
  return async (call) => {
    await late.executeDue();
    const wished = wishedFaults(call);
    const active = wished instanceof Failure ? [] : [...wished, ...faults.take(occasionOf(platform, call), isOnTheWay)];
    const seen = { ...call, target: targetUnder(active, call.target) };
    const signature = await verify(seen, skewUnder(active));
    // The signature has been checked; list faults apply between the platform and its data.
    const understood = { ...seen, target: listTargetUnder(active, seen.target) };
    const side = { failure: platform.failure, now, request: seen, late };
    const given = await underFaults(active, side, async () => {
      const made = wished instanceof Failure ? platform.failure(wished) : answerOf(platform, understood, signature);
      return written().then(
        () => made,
        (error) => platform.failure(failureOf(error)),
      );
    });
    // Use the sandbox's clock, so that the `Date` header agrees with the dates of orders.
    const answer = given.headers["Date"] === undefined ? dated(given, now()) : given;
    const { method, target, headers, body } = call;
    const { status } = answer;
    const happened = active.map(({ kind }) => kind);
    log.add({ platform: platform.name, method, target, headers, body, status, faults: happened, signature });
    return answer;
  };
}

function wishedFaults(call: IncomingCall): readonly Fault[] | Failure {
  try {
    return faultsOfHeader(call);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function occasionOf({ name }: Platform, { target }: IncomingCall) {
  return { platform: name, path: target.replace(/\?.*$/s, "") };
}

/** Returns true for faults of incoming requests. Only `duplicate` applies to outgoing events. */
function isOnTheWay({ kind }: Fault): boolean {
  return kind !== "duplicate";
}

function answerOf(platform: Platform, call: IncomingCall, signature: SignatureVerdict): Answer {
  try {
    if (call.bodyTooLong) throw new Failure(413, "The body is longer than 1 MiB");
    if (!signature.ok) throw refusal(platform, signature);
    return platform.answer(call, signature.consumerKey);
  } catch (error) {
    return platform.failure(failureOf(error));
  }
}

function failureOf(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(500, `The sandbox failed: ${error}`);
}

/**
 * Creates the error for an invalid signature. A real platform would not give a reason. The sandbox does, because it
 * protects nothing and newcomers need the reason.
 */
function refusal({ refusalStatus }: Platform, { problem, message }: SignatureVerdict & { ok: false }): Failure {
  return new Failure(refusalStatus, `Unauthorized request: ${problem}: ${message}`, {
    // RFC 9110 section 15.5.2: a 401 names the expected scheme.
    headers: refusalStatus === 401 ? { "WWW-Authenticate": "OAuth" } : {},
  });
}
