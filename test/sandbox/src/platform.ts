import { Failure } from "./failure.js";
import type { Fault } from "./faults/fault.js";
import { skewUnder, targetUnder, underFaults } from "./faults/fault-effects.js";
import { faultsOfHeader } from "./faults/fault-header.js";
import type { FaultBox } from "./faults/fault-switches.js";
import type { Answer, IncomingCall } from "./http-server.js";
import type { RequestLog } from "./recorded-requests.js";
import type { SignatureCheck, SignatureVerdict } from "./signature-verdict.js";

/** One of the two platforms, as seen by its server. */
export interface Platform {
  readonly name: "aps" | "appdirect";
  /** Status for a request whose signature is not right. */
  readonly refusalStatus: 401 | 403;
  /** Answers a request whose signature is right. Throws a {@link Failure} where the answer is an error. */
  answer(call: IncomingCall): Answer;
  /** An error in the form the platform gives to errors. */
  failure(failure: Failure): Answer;
}

/** What every request goes through before and after its platform. */
export interface Gate {
  readonly verify: SignatureCheck;
  readonly log: RequestLog;
  readonly faults: FaultBox;
  /** Clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Answers calls: verdict first, then the platform, with the faults that are on in between. Each request is recorded
 * before its answer leaves, as the client has sent it.
 */
export function gated(platform: Platform, { verify, log, faults, now }: Gate): (call: IncomingCall) => Promise<Answer> {
  return async (call) => {
    const wished = wishedFaults(call);
    const active = wished instanceof Failure ? [] : [...wished, ...faults.take(occasionOf(platform, call), isOnTheWay)];
    const seen = { ...call, target: targetUnder(active, call.target) };
    const signature = await verify(seen, skewUnder(active));
    const answer = await underFaults(active, { failure: platform.failure, now }, async () => {
      return wished instanceof Failure ? platform.failure(wished) : answerOf(platform, seen, signature);
    });
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
    return platform.answer(call);
  } catch (error) {
    return platform.failure(error instanceof Failure ? error : new Failure(500, `The sandbox failed: ${error}`));
  }
}

/** A platform would not say why. The sandbox does: nobody is kept out by it, and the reason is what a newcomer needs. */
function refusal({ refusalStatus }: Platform, { problem, message }: SignatureVerdict & { ok: false }): Failure {
  return new Failure(refusalStatus, `Unauthorized request: ${problem}: ${message}`, {
    // RFC 9110 section 15.5.2: a 401 names the scheme that is expected.
    headers: refusalStatus === 401 ? { "WWW-Authenticate": "OAuth" } : {},
  });
}
