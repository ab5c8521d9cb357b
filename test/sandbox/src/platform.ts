import { Failure } from "./failure.js";
import type { Answer, IncomingCall } from "./http-server.js";
import type { RequestLog } from "./recorded-requests.js";
import type { SignatureVerdict } from "./signature-verdict.js";

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
  /** Checks the signature. */
  readonly verify: (call: IncomingCall) => Promise<SignatureVerdict>;
  readonly log: RequestLog;
  /** Resolves when all that has changed is kept. */
  readonly written: () => Promise<void>;
}

/**
 * Answers calls: verdict first, then the platform. Before its answer leaves, what it tells of is kept, and the request
 * recorded.
 */
export function gated(platform: Platform, { verify, log, written }: Gate): (call: IncomingCall) => Promise<Answer> {
  return async (call) => {
    const signature = await verify(call);
    const made = answerOf(platform, call, signature);
    const answer = await written().then(
      () => made,
      (error) => platform.failure(failureOf(error)),
    );
    const { method, target, headers, body } = call;
    log.add({ platform: platform.name, method, target, headers, body, status: answer.status, signature });
    return answer;
  };
}

function answerOf(platform: Platform, call: IncomingCall, signature: SignatureVerdict): Answer {
  try {
    if (call.bodyTooLong) throw new Failure(413, "The body is longer than 1 MiB");
    if (!signature.ok) throw refusal(platform, signature);
    return platform.answer(call);
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
