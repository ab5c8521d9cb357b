/** Mismatch between a value and its schema. */
export interface ValidationIssue {
  /** JSON path of the mismatch: `$.products[0].period.duration`. */
  readonly path: string;
  /** Expected and actual value. */
  readonly message: string;
}

/** Facts about an unsafe call whose result is unknown. */
export interface SentRequest {
  /** Method and path, without the query. */
  readonly target: string;
  /** Time of the attempt, ISO 8601 UTC. */
  readonly sentAt: string;
  /** Nonce of the attempt. It helps to find the call in the platform's log, but proves nothing. */
  readonly nonce: string | undefined;
  /** SHA-256 of the body in hex; `undefined` if there was no body, or if it contained files or a stream. */
  readonly bodySha256: string | undefined;
  /**
   * Certainty that the request was sent: `"surely"` if the head of a response arrived, otherwise `"perhaps"`, because a
   * failed `fetch` does not report how much of the request it has written.
   */
  readonly requestSent: "surely" | "perhaps";
  /** True if the head of a response arrived. */
  readonly responseStarted: boolean;
  /** Status of the response, if its head arrived. */
  readonly status: number | undefined;
}

/** Error response of the platform. */
export interface ReceivedResponse {
  /** Status of the response. */
  readonly status: number;
  /** Headers of the response. */
  readonly headers: Headers;
  /** Body: parsed JSON, text, or `undefined` if it is empty. */
  readonly body: unknown;
}

/** Problem names of the OAuth Problem Reporting extension. */
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
