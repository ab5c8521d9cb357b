/** Wall time of each step of a run in milliseconds, in the order in which the steps began, and their `total`. */
export type Timing = Readonly<Record<string, number>>;

/** Stopwatch that measures the steps of a run. */
export class Stopwatch {
  readonly #began = performance.now();
  readonly #steps = new Map<string, number>();

  /** Runs a step and adds its time to what the step has taken before. */
  async time<Result>(step: string, run: () => Result | Promise<Result>): Promise<Result> {
    const began = performance.now();
    const result = await run();
    this.#steps.set(step, (this.#steps.get(step) ?? 0) + performance.now() - began);
    return result;
  }

  /** Times up to now. */
  read(): Timing {
    return { ...Object.fromEntries(this.#steps), total: performance.now() - this.#began };
  }
}
