import type { Abortable } from "../fetch.js";

/** Waits for a promise. Rejects as soon as the signal is aborted, even if the work ignores the signal. */
export function raceAbort<Result>(work: Promise<Result>, signal: Abortable): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * Waits, or rejects with the signal's reason as soon as it is aborted.
 *
 * @param duration Milliseconds.
 */
export function pause(duration: number, signal?: Abortable | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, duration);
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end);
  });
}
