import { raceAbort, TimedSignal } from "../../http/timing/index.js";

/**
 * Waits for work for a limited time. The work itself continues.
 *
 * @param duration Time limit in milliseconds.
 * @throws DOMException named `TimeoutError` when the time has passed
 */
export async function limitTime<Result>(duration: number, work: Promise<Result>): Promise<Result> {
  const time = new TimedSignal(Math.max(0, duration), undefined);
  try {
    return await raceAbort(work, time);
  } finally {
    time.release();
  }
}
