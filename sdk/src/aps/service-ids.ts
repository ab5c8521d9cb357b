import type { Abortable } from "../http/fetch.js";
import { raceAbort } from "../http/timing/index.js";

/** Looks up the APS ID of a service on the platform, until the signal is aborted. */
export type LookUp = (alias: string, signal: AbortSignal) => Promise<string>;

/**
 * APS IDs of services by alias. All calls that need an ID share one look-up; a failed look-up is repeated for the next
 * call. An aborted call does not affect the others. When the last waiting call is aborted, so is the look-up.
 */
export class ServiceIds {
  readonly #lookUp: LookUp;
  readonly #lookUps = new Map<string, PendingId>();

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  /** Finds the ID of a service. Rejects with the reason of `time` as soon as it is aborted. */
  async find(alias: string, time: Abortable): Promise<string> {
    const pending = this.#lookUps.get(alias) ?? this.#start(alias);
    pending.waiting += 1;
    try {
      return await raceAbort(pending.id, time);
    } finally {
      pending.waiting -= 1;
      if (time.aborted && pending.waiting === 0) this.#drop(alias, pending);
    }
  }

  #start(alias: string): PendingId {
    const controller = new AbortController();
    const pending: PendingId = { id: this.#lookUp(alias, controller.signal), controller, waiting: 0 };
    this.#lookUps.set(alias, pending);
    pending.id.catch(() => this.#drop(alias, pending));
    return pending;
  }

  /** Drops a look-up. A newer one may have replaced it already. */
  #drop(alias: string, pending: PendingId): void {
    if (this.#lookUps.get(alias) === pending) this.#lookUps.delete(alias);
    pending.controller.abort();
  }
}

/** Look-up that is in progress or has succeeded. */
interface PendingId {
  readonly id: Promise<string>;
  readonly controller: AbortController;
  /** Number of calls that wait for it. */
  waiting: number;
}
