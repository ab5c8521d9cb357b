import type { Abortable } from "../fetch.js";

/** Rejects as soon as the signal is aborted, also where what is waited for does not heed it. */
export function raceAbort<Result>(work: Promise<Result>, signal: Abortable): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
