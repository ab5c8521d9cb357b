/**
 * Wall-clock duration of each step of a run in milliseconds, in the order in which the steps started, and their
 * `total`.
 */
export type Timing = Readonly<Record<string, number>>;

/** Stopwatch that measures the steps of a run. */
export class Stopwatch {
  readonly #began = performance.now();
  readonly #steps = new Map<string, number>();

  /** Runs a step and adds its duration to the step's previous total. */
  async time<Result>(step: string, run: () => Result | Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await run();
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + performance.now() - began);
    return result;
  }

  /** Returns the durations so far. */
  read(): Timing {
    return { ...Object.fromEntries(this.#steps), total: performance.now() - this.#began };
  }
}
