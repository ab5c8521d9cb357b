import type { Fetch } from "../../http/fetch.js";
import type { Hooks, Logger } from "../../http/hooks/index.js";
import type { CredentialsSource, Signer } from "../../oauth1/signers/index.js";
import type { ValidationOptions } from "../request/call-options.js";

/** What a client is made with. */
export interface ClientOptions {
  /**
   * Address of the platform or of the gateway in front of it; it may carry a path. `https:` only, but for loopback.
   */
  readonly baseUrl?: string | URL | undefined;
  /** Consumer key and secret, or a function that gives them. Either these or {@link ClientOptions.signer}. */
  readonly credentials?: CredentialsSource | undefined;
  /** Proves who is calling in another way than by OAuth 1.0a. */
  readonly signer?: Signer | undefined;
  /**
   * What the platform believes it was called by, where that is not {@link ClientOptions.baseUrl}: it replaces scheme,
   * host and port in what is signed and, when it has a path, the path of `baseUrl`.
   */
  readonly signatureBaseUrl?: string | URL | undefined;
  /**
   * Sends a signed request: called with one argument, a global `Request`. It must send the request once at most, because
   * its error is the evidence that decides whether an order may be sent again: a `fetch` that repeats by itself hides what
   * became of the first attempt. @defaultValue `globalThis.fetch`
   */
  readonly fetch?: Fetch | undefined;
  /** Time for one attempt, in milliseconds, the body included. @defaultValue 30000 */
  readonly timeout?: number | undefined;
  /** Time for a call with all its attempts and pauses, in milliseconds. @defaultValue 120000 */
  readonly deadline?: number | undefined;
  /** Repetitions of a call that may be repeated. @defaultValue 2 */
  readonly maxRetries?: number | undefined;
  /** Items that a list asks for at once. @defaultValue 100 */
  readonly pageSize?: number | undefined;
  /** Calls that are under way at once; the others wait. @defaultValue 50 */
  readonly maxConcurrency?: number | undefined;
  /**
   * How strictly arguments and answers are held to the document. @defaultValue arguments `strict`, answers `warn`
   */
  readonly validation?: ValidationOptions | undefined;
  /** Where log lines go. Without it, warnings go to the console. */
  readonly logger?: Logger | undefined;
  /** Told what happens, above all the journal of calls that must not be repeated. */
  readonly hooks?: Hooks | undefined;
  /** Headers of every call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Allows `http:` to other hosts than loopback. What is sent and answered can then be read and changed on the way. */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}
