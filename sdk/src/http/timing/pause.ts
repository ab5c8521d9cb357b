import type { Abortable } from "../fetch.js";

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
