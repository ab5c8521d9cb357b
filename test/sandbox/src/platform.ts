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

/** One of the two platforms, as seen by its server. */
export interface Platform {
  readonly name: "aps" | "appdirect";
  /** Status for a request whose signature is not right. */
  readonly refusalStatus: 401 | 403;
  /** Answers a request whose signature is right and bears this key. Throws a {@link Failure} where the answer is an error. */
  answer(call: IncomingCall, consumerKey: string): Answer;
  /** An error in the form the platform gives to errors. */
  failure(failure: Failure): Answer;
}

/** What every request goes through before and after its platform. */
export interface Gate {
  readonly verify: SignatureCheck;
  readonly log: RequestLog;
  readonly faults: FaultBox;
  /** Requests that a fault has held, to be executed later. */
  readonly late: LateRequests;
  /** Clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves when all that has changed is kept. */
  readonly written: () => Promise<void>;
}

/**
 * Answers calls: verdict first, then the platform, with the faults that are on in between. Before an answer leaves, what it
 * tells of is kept, and the request recorded as the client has sent it.
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
    // Its signature was checked: what a fault makes of a list is between the platform and its data.
    const understood = { ...seen, target: listTargetUnder(active, seen.target) };
    const side = { failure: platform.failure, now, request: seen, late };
    const given = await underFaults(active, side, async () => {
      const made = wished instanceof Failure ? platform.failure(wished) : answerOf(platform, understood, signature);
      return written().then(
        () => made,
        (error) => platform.failure(failureOf(error)),
      );
    });
    // By the clock of the sandbox: who compares dates of orders with it must not meet another one.
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

/** All but one happen to requests that come in; a duplicate happens to the events that go out. */
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

/** A platform would not say why. The sandbox does: nobody is kept out by it, and the reason is what a newcomer needs. */
function refusal({ refusalStatus }: Platform, { problem, message }: SignatureVerdict & { ok: false }): Failure {
  return new Failure(refusalStatus, `Unauthorized request: ${problem}: ${message}`, {
    // RFC 9110 section 15.5.2: a 401 names the scheme that is expected.
    headers: refusalStatus === 401 ? { "WWW-Authenticate": "OAuth" } : {},
  });
}
