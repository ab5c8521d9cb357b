import type { Clock } from "../clock.js";

/** Requests that something on the way holds, to be executed later. */
export interface LateRequests {
  /** @param execute Executes the request; up to its first pause it sees the clock at the time that it was due. */
  add(milliseconds: number, execute: () => Promise<unknown>): void;
  /** Executes what is due by now, in the order in which it is due. */
  executeDue(): Promise<void>;
}

/** Late requests of a sandbox, by its clock. */
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
