import type { Fetch } from "../../http/fetch.js";
import type { Hooks, Logger } from "../../http/hooks/index.js";
import type { CredentialsSource, Signer } from "../../oauth1/signers/index.js";
import type { ValidationOptions } from "../request/call-options.js";

/** Options for a client. */
export interface ClientOptions {
  /** URL of the platform or of the gateway in front of it, with an optional path. `https:`, except for loopback. */
  readonly baseUrl?: string | URL | undefined;
  /** Consumer key and secret, or a function that returns them. Alternative to {@link ClientOptions.signer}. */
  readonly credentials?: CredentialsSource | undefined;
  /** Signer for authentication other than OAuth 1.0a. */
  readonly signer?: Signer | undefined;
  /**
   * Base URL that the platform sees, if it differs from {@link ClientOptions.baseUrl}. In the signed URL, it replaces
   * scheme, host and port and, if it has a path, the path of `baseUrl`.
   */
  readonly signatureBaseUrl?: string | URL | undefined;
  /**
   * Function that sends a signed request. Its only argument is a global `Request`. It must send the request at most
   * once: its error decides whether an order may be sent again, and a `fetch` that retries by itself hides the outcome
   * of the first attempt. @defaultValue `globalThis.fetch`
   */
  readonly fetch?: Fetch | undefined;
  /** Timeout for one attempt, including the body, in milliseconds. @defaultValue 30000 */
  readonly timeout?: number | undefined;
  /** Timeout for the whole call, with all attempts and pauses, in milliseconds. @defaultValue 120000 */
  readonly deadline?: number | undefined;
  /** Maximum number of retries of a call that can be retried safely. @defaultValue 2 */
  readonly maxRetries?: number | undefined;
  /** Number of items per page of a list. @defaultValue 100 */
  readonly pageSize?: number | undefined;
  /** Maximum number of calls in progress. Further calls wait. @defaultValue 50 */
  readonly maxConcurrency?: number | undefined;
  /** Validation of requests and responses. @defaultValue requests `strict`, responses `warn` */
  readonly validation?: ValidationOptions | undefined;
  /** Logger. Without it, warnings go to the console. */
  readonly logger?: Logger | undefined;
  /** Functions called at each step of a call, including the journal of calls that must not be repeated. */
  readonly hooks?: Hooks | undefined;
  /** Headers for every call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Allows `http:` to hosts other than loopback. Anyone on the network can then read and change calls. */
  readonly dangerouslyAllowHttp?: boolean | undefined;
}
