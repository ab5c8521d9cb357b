import type { Fetch, Hooks, Logger } from "../http/index.js";
import type { CredentialsSource, Signer } from "../oauth1/index.js";

/** How strictly what is sent and what comes back is held against the document. */
export interface ValidationOptions {
  /** Bodies that do not fit are refused before anything is sent, or let through. @defaultValue `"strict"` */
  readonly request?: "strict" | "off" | undefined;
  /**
   * Answers that do not fit are an error, a line in the log, or let through. An answer that does not fit is given to
   * the caller as it came in the last two. @defaultValue `"warn"`
   */
  readonly response?: "strict" | "warn" | "off" | undefined;
}

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

/** What every call takes beside its arguments. */
export interface CallOptions {
  /**
   * Where this call goes, if not to the client's `baseUrl`: some operations have a server of their own, whose address
   * `serverUrl(operations.upload)` tells. The call is signed, so the server must be one that may see that.
   */
  readonly baseUrl?: string | URL | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Name of the call in logs, errors and the journal. It is sent only where the document marks a field of the body for
   * it (`x-reference`). This client refuses an unsafe call while another one of the same operation and reference has not
   * ended; two processes do not know of each other. @defaultValue a random UUID
   */
  readonly reference?: string | undefined;
  /** Time for one attempt, in milliseconds. @defaultValue the client's */
  readonly timeout?: number | undefined;
  /** Time for the call with all its attempts and pauses, in milliseconds. @defaultValue the client's */
  readonly deadline?: number | undefined;
  /** Repetitions, if the call may be repeated. @defaultValue the client's */
  readonly maxRetries?: number | undefined;
  /** How strictly this call is held to the document. @defaultValue the client's */
  readonly validation?: ValidationOptions | undefined;
  /** Further headers, which go before the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What every list takes beside its arguments. The options hold for each of its requests. */
export interface ListOptions extends CallOptions {
  /** Items asked for at once, where the query sets no limit. @defaultValue the client's */
  readonly pageSize?: number | undefined;
}
