/**
 * Why two sides of a signature part, or what else is wrong with a request. A code is stable; its message is for people.
 */
export type SignatureCauseCode =
  // What was signed.
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
  // How it was signed.
  | "key_without_ampersand"
  | "secret_white_space"
  | "secret_encoding"
  | "consumer_key_as_secret"
  | "signature_method_differs"
  | "signature_spelling"
  | "wrong_secret"
  // What stands in the request, whatever the signature.
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

/** One reason, and how sure it is. */
export interface SignatureCause {
  /** Stable, for programs. */
  readonly code: SignatureCauseCode;
  /** What it is, and what to do about it. */
  readonly message: string;
  /**
   * `"proved"`: computed again with this one difference, the signature or the base string is that of the other side, to
   * the last character; or its base string says so. `"fact"`: it stands in the request. `"guess"`: nothing speaks against it.
   */
  readonly evidence: "proved" | "fact" | "guess";
  /** What the request gives, where that can be shown. */
  readonly ours?: string | undefined;
  /** What the other side took instead. */
  readonly theirs?: string | undefined;
  /** The causes that hold only together with this one. */
  readonly together?: readonly SignatureCauseCode[] | undefined;
}
