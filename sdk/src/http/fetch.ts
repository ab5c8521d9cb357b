/**
 * What sends a request: called with one argument, a global `Request`, already signed. `globalThis.fetch` is one, and
 * so is what `nodeFetch` of `apsdirect/node` gives.
 */
export interface Fetch {
  /** Sends the request as it is; it is signed already. */
  (request: Request): Promise<Response>;
  /**
   * The same for a client that it is made for: nothing else stands between the two, and what ends the request is waited
   * for with less ado than the signal of a `Request`.
   */
  readonly direct?: (request: Request, ending: Abortable) => Promise<Response>;
}

/** As much of an `AbortSignal` as waiting takes. */
export interface Abortable {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
