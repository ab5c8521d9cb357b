/**
 * Function that sends a request. The client calls it with one argument, a signed global `Request`. `globalThis.fetch`
 * is one, and `nodeFetch` of `apsdirect/node` returns one.
 */
export interface Fetch {
  /** Sends the request unchanged. It is signed already. */
  (request: Request): Promise<Response>;
  /**
   * Variant for clients that send without a wrapper. Observing `cancellation` is cheaper than observing the signal of a
   * `Request`.
   */
  readonly direct?: (request: Request, cancellation: Abortable) => Promise<Response>;
}

/** Part of `AbortSignal` that is needed to wait for it. */
export interface Abortable {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
