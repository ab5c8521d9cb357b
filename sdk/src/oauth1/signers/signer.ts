/** Response with status 401. */
export interface Refusal {
  /** Response headers. `Date` shows the platform's clock. */
  readonly headers: Headers;
  /** Response body. */
  readonly text: string;
  /** Time from the request to the response headers, in milliseconds. */
  readonly elapsed: number;
}

/** Signer that proves who is calling. Called once per attempt, so that a retry has a new nonce and timestamp. */
export interface Signer {
  /**
   * Returns the request to send instead of `request`. The body of `request` is used up: to keep it, sign a clone.
   *
   * @param mayMutate True if `request` may be changed and returned. Copying a request takes longer than signing it, so
   * the SDK allows this for its own calls. @defaultValue false
   */
  sign(request: Request, mayMutate?: boolean): Request | Promise<Request>;
  /**
   * Handles a 401 response to a request of this signer. A 401 proves that the request was not executed. Returns true if
   * a new signature may be accepted; the call is then repeated once. If this method is missing or throws, a 401 ends
   * the call.
   */
  renew?(refused: Request, refusal: Refusal): boolean | Promise<boolean>;
}
