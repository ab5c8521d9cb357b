import type { Safety } from "../../http/safety.js";

/** Options for any call. */
export interface CallOptions {
  /**
   * Base URL for this call, instead of the client's. Some operations have their own server:
   * `serverUrl(operations.upload)` returns its URL. The call is signed, so use only servers that you trust with the
   * signature.
   */
  readonly baseUrl?: string | URL | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Name of the call in logs, errors and the journal. Sent only if the document marks a field of the body for it
   * (`x-reference`). The client refuses an unsafe call while another one with the same operation and reference is in
   * progress. It does not know about calls of other processes. @defaultValue a random UUID
   */
  readonly reference?: string | undefined;
  /** Timeout for one attempt, in milliseconds. @defaultValue the client's */
  readonly timeout?: number | undefined;
  /** Timeout for the whole call, with all attempts and pauses, in milliseconds. @defaultValue the client's */
  readonly deadline?: number | undefined;
  /** Maximum number of retries, if the call can be retried safely. @defaultValue the client's */
  readonly maxRetries?: number | undefined;
  /**
   * Effect of repeating this call. `"safe"` and `"idempotent"` allow retries, so a wrong value can place an order twice.
   * @defaultValue the document's, or otherwise by HTTP method (RFC 9110 section 9.2); in a client that shares the core of
   * `ApsClient`, `"unsafe"`
   */
  readonly safety?: Safety | undefined;
  /** Validation of this call's request and response. @defaultValue the client's */
  readonly validation?: ValidationOptions | undefined;
  /** Additional headers. They override the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Options for any list. They apply to each of its requests. */
export interface ListOptions extends CallOptions {
  /** Number of items per page, if the query sets no limit. @defaultValue the client's */
  readonly pageSize?: number | undefined;
}

/** Validation of requests and responses against the document. */
export interface ValidationOptions {
  /** `"strict"` refuses an invalid body before anything is sent; `"off"` sends it. @defaultValue `"strict"` */
  readonly request?: "strict" | "off" | undefined;
  /**
   * Handling of an invalid response: `"strict"` throws an error, `"warn"` logs a warning, and `"off"` does nothing.
   * With `"warn"` and `"off"`, the caller gets the response as the platform sent it. @defaultValue `"warn"`
   */
  readonly response?: "strict" | "warn" | "off" | undefined;
}
