/** One place where a value and its schema part. */
export interface ValidationIssue {
  /** Where, as a JSON path: `$.products[0].period.duration`. */
  readonly path: string;
  /** What was expected and what was given. */
  readonly message: string;
}

/** What is known of an unsafe call whose result is not. */
export interface SentRequest {
  /** Method and path, without the query. */
  readonly target: string;
  /** When the attempt left, ISO 8601 UTC. */
  readonly sentAt: string;
  /** The nonce it carried: finds the call in the platform's log, and proves nothing. */
  readonly nonce: string | undefined;
  /** SHA-256 of the body in hex, or `undefined` where there was none, or one of files or a stream. */
  readonly bodySha256: string | undefined;
  /**
   * Whether its bytes left: `"surely"` where the head of an answer came. Otherwise `"perhaps"`: a `fetch` does not tell
   * how much of a request it had written when it failed.
   */
  readonly requestSent: "surely" | "perhaps";
  /** Whether the head of an answer came. */
  readonly responseStarted: boolean;
  /** Status of the answer, where its head came. */
  readonly status: number | undefined;
}

/** The head of an answer, and the start of its body. */
export interface ReceivedResponse {
  /** Status of the answer. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Parsed JSON, text, or `undefined` where there was none. */
  readonly body: unknown;
}

/** Names of the OAuth Problem Reporting extension. */
export type OAuthProblem =
  | "parameter_absent"
  | "parameter_rejected"
  | "version_rejected"
  | "signature_method_rejected"
  | "timestamp_refused"
  | "consumer_key_unknown"
  | "signature_invalid"
  | "nonce_used"
  | "nonce_store_unavailable";
