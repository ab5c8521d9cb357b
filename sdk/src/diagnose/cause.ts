/**
 * Code of a cause: why the two sides computed different signatures, or what else is wrong with a request. Codes are
 * stable; messages are for people.
 */
export type SignatureCauseCode =
  // The two sides signed different base strings.
  | "method_case"
  | "method_overridden"
  | "scheme_differs"
  | "default_port_kept"
  | "port_differs"
  | "host_case"
  | "host_differs"
  | "trailing_slash"
  | "path_prefix"
  | "path_encoding"
  | "path_normalized"
  | "path_changed"
  | "fragment_signed"
  | "query_in_base_uri"
  | "plus_for_space"
  | "parentheses_encoded"
  | "double_encoding"
  | "encoding_differs"
  | "valueless_dropped"
  | "valueless_without_equals"
  | "identical_collapsed"
  | "repeats_lost"
  | "order_differs"
  | "value_cut"
  | "body_not_signed"
  | "body_signed"
  | "body_hash_differs"
  | "query_not_signed"
  | "realm_signed"
  | "signature_signed"
  | "empty_token_differs"
  | "version_differs"
  | "consumer_key_differs"
  | "parameter_added"
  | "parameter_removed"
  | "parameter_changed"
  // The two sides signed in different ways.
  | "key_without_ampersand"
  | "secret_white_space"
  | "secret_encoding"
  | "consumer_key_as_secret"
  | "signature_method_differs"
  | "signature_spelling"
  | "wrong_secret"
  // The request itself has a problem.
  | "signature_absent"
  | "parameter_absent"
  | "parameter_repeated"
  | "two_placements"
  | "version_rejected"
  | "signature_method_unknown"
  | "timestamp_malformed"
  | "timestamp_outside"
  | "secret_in_request"
  | "parentheses_in_query"
  | "problem_reported";

/** Cause of a difference, and how certain it is. */
export interface SignatureCause {
  /** Stable code, for programs. */
  readonly code: SignatureCauseCode;
  /** Description of the cause and its fix. */
  readonly message: string;
  /**
   * Certainty of the cause. `"proved"`: with this one change, the signature or the base string is identical to that
   * of the other side, or its base string shows the cause. `"fact"`: the request shows it. `"guess"`: nothing rules
   * it out.
   */
  readonly evidence: "proved" | "fact" | "guess";
  /** Value in the request, if it can be shown. */
  readonly ours?: string | undefined;
  /** Value that the other side used instead. */
  readonly theirs?: string | undefined;
  /** Other causes that explain the difference only in combination with this one. */
  readonly together?: readonly SignatureCauseCode[] | undefined;
}
