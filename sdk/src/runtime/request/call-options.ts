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
