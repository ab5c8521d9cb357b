/** Clock of a sandbox. */
export interface Clock {
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** Runs work at another time: the clock returns that time until the work is done. */
  at<T>(moment: number, work: () => T): T;
}

/** Creates a clock that follows another one, except inside `at`. */
export function createClock(now: () => number): Clock {
  let shown: number | undefined;
  return {
    now: () => shown ?? now(),
    at(moment, work) {
      const before = shown;
      shown = moment;
      try {
        return work();
      } finally {
        shown = before;
      }
    },
  };
}
