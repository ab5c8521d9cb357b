import type { Abortable } from "../http/fetch.js";
import { raceAbort } from "../http/timing/index.js";

/** Asks the platform for the APS ID of a service, until the signal is aborted. */
export type LookUp = (alias: string, signal: AbortSignal) => Promise<string>;

/**
 * APS IDs of services by their aliases. Each is looked up once, for all calls that wait for it, and again after a
 * look-up failed. A call that ends leaves the others waiting; when the last one is gone, so is the look-up.
 */
export class ServiceIds {
  readonly #lookUp: LookUp;
  readonly #asked = new Map<string, Asked>();

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  /** Rejects with the reason of `time` as soon as that is aborted. */
  async of(alias: string, time: Abortable): Promise<string> {
    const asked = this.#asked.get(alias) ?? this.#ask(alias);
    asked.waiting += 1;
    try {
      return await raceAbort(asked.id, time);
    } finally {
      asked.waiting -= 1;
      if (time.aborted && asked.waiting === 0) this.#forget(alias, asked);
    }
  }

  #ask(alias: string): Asked {
    const controller = new AbortController();
    const asked: Asked = { id: this.#lookUp(alias, controller.signal), controller, waiting: 0 };
    this.#asked.set(alias, asked);
    asked.id.catch(() => this.#forget(alias, asked));
    return asked;
  }

  /** By now another look-up may stand in its place. */
  #forget(alias: string, asked: Asked): void {
    if (this.#asked.get(alias) === asked) this.#asked.delete(alias);
    asked.controller.abort();
  }
}

/** A look-up, under way or answered. */
interface Asked {
  readonly id: Promise<string>;
  readonly controller: AbortController;
  /** Calls that wait for it. */
  waiting: number;
}
