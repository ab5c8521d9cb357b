/** An answer with the status 401. */
export interface Refusal {
  /** Of the answer; its `Date` tells the platform's clock. */
  readonly headers: Headers;
  /** Its body. */
  readonly text: string;
  /** Milliseconds from the request to its head. */
  readonly elapsed: number;
}

/** Proves who is calling. Asked once per attempt, so that a retry carries a fresh nonce and timestamp. */
export interface Signer {
  /**
   * Gives a request to send in place of `request`, whose body is spent: sign a clone of one that is needed again.
   *
   * @param mayMutate Whether `request` may be changed and returned. Copying a request takes longer than signing it, so
   * the SDK allows it for its own calls. @defaultValue false
   */
  sign(request: Request, mayMutate?: boolean): Request | Promise<Request>;
  /**
   * Told of a request of its own that was answered 401, which proves that it was not executed. Says whether another
   * signature may be accepted: then the call is repeated, once. Without it, or where it throws, a 401 is the end of a
   * call.
   */
  renew?(refused: Request, refusal: Refusal): boolean | Promise<boolean>;
}
