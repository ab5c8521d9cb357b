/** The clock of a sandbox. */
export interface Clock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Does something at another moment: until it returns, the clock shows that one. */
  at<T>(moment: number, work: () => T): T;
}

/** A clock that shows what another one does, but while something is done at another moment. */
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
