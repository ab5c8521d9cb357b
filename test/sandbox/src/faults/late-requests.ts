import type { Clock } from "../clock.js";

/** Requests held by a fault, to be executed later. */
export interface LateRequests {
  /** @param execute Executes the request. Until it first awaits, the clock shows the time at which it was due. */
  add(milliseconds: number, execute: () => Promise<unknown>): void;
  /** Executes all requests that are due, in order. */
  executeDue(): Promise<void>;
}

/** Creates the late requests of a sandbox. */
export function createLateRequests(clock: Clock): LateRequests {
  let held: readonly { readonly dueAt: number; readonly execute: () => Promise<unknown> }[] = [];
  return {
    add(milliseconds, execute) {
      held = [...held, { dueAt: clock.now() + milliseconds, execute }].sort((a, b) => a.dueAt - b.dueAt);
    },
    async executeDue() {
      const now = clock.now();
      const due = held.filter(({ dueAt }) => dueAt <= now);
      held = held.filter(({ dueAt }) => dueAt > now);
      for (const { dueAt, execute } of due) await clock.at(dueAt, execute);
    },
  };
}
