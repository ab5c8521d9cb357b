/** What cuts the connection of an attempt: the attempt's clocks and the caller, until it is handed over. */
export interface Connection {
  readonly signal: AbortSignal;
  /** Gives it to who reads a stream: from now on nothing else cuts it. */
  handOver(): AbortController;
}

/** A connection that is cut when a signal is aborted. */
export function connectionWithin(signal: AbortSignal): Connection {
  const controller = new AbortController();
  const cut = (): void => controller.abort(signal.reason);
  if (signal.aborted) cut();
  else signal.addEventListener("abort", cut, { once: true });
  return {
    signal: controller.signal,
    handOver() {
      signal.removeEventListener("abort", cut);
      return controller;
    },
  };
}
