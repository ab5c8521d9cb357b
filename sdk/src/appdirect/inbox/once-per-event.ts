import { LONGEST_TIME } from "../../http/timing/index.js";
import {
  type CoordinatorSettings,
  DeliveryCoordinator,
  type InboxProblem,
  type Work,
  type WorkResult,
} from "./delivery-coordinator.js";
import type { EventInbox } from "./event-inbox.js";

/** Options for {@link OncePerEvent}. */
export interface OncePerEventOptions {
  readonly inbox: EventInbox;
  /**
   * Time after which an event is taken away from an unresponsive process, in seconds. A live process extends
   * its lease three times as often.
   */
  readonly leaseSeconds: number;
  /**
   * Time for which an answer is kept, in seconds: the longest time after which a marketplace may redeliver an event.
   */
  readonly keepSeconds: number;
  /** Called for problems that do not make a delivery fail. Its errors are ignored. */
  readonly onProblem?: ((problem: InboxProblem) => void) | undefined;
  /** Monotonic clock, in milliseconds. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined;
}

/**
 * Ensures that each event is processed once across all processes, and that all its deliveries get the same answer.
 *
 * This has limits: if a process dies after the work but before its answer is stored, or is suspended for longer than
 * its lease, the event is processed again.
 */
export class OncePerEvent {
  readonly #settings: CoordinatorSettings;
  readonly #coordinators = new Map<string, DeliveryCoordinator>();
  readonly #background = new Set<Promise<void>>();
  readonly #onEnd: (coordinator: DeliveryCoordinator) => void;

  /** @throws TypeError when a time is not positive, or the lease is longer than timers support */
  constructor({ onProblem, now = () => performance.now(), ...options }: OncePerEventOptions) {
    const { leaseSeconds, keepSeconds } = options;
    if (!(leaseSeconds > 0 && leaseSeconds * 1000 <= LONGEST_TIME)) {
      throw new TypeError(`leaseSeconds must be above 0 and at most ${LONGEST_TIME / 1000}`);
    }
    if (!(keepSeconds > 0 && Number.isFinite(keepSeconds))) throw new TypeError("keepSeconds must be above 0");
    this.#settings = {
      ...options,
      now,
      report: (problem) => reportProblem(onProblem, problem),
      background: (work) => this.#track(work()),
    };
    this.#onEnd = (coordinator) => {
      const { key } = coordinator;
      if (this.#coordinators.get(key) === coordinator) this.#coordinators.delete(key);
    };
  }

  /**
   * Returns the answer to a delivery. It comes from the work, which this or another delivery has started.
   *
   * @param work Processes the event. Not called if the event is answered, or another process works on it.
   * @param signal Ends the wait of this delivery. Work that has started continues.
   * @throws the error of the work or of the claim, or the reason of the signal
   */
  async run(key: string, work: (work: Work) => Promise<WorkResult>, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    return this.#findCoordinator(key, work).answer(signal);
  }

  /** Resolves when no work is left, including background work. Stop accepting deliveries first. */
  async idle(): Promise<void> {
    while (this.#coordinators.size + this.#background.size > 0) {
      await Promise.all([...[...this.#coordinators.values()].map(({ ended }) => ended), ...this.#background]);
    }
  }

  #track(work: Promise<void>): void {
    const ended: Promise<void> = work.finally(() => this.#background.delete(ended));
    this.#background.add(ended);
  }

  #findCoordinator(key: string, work: (work: Work) => Promise<WorkResult>): DeliveryCoordinator {
    const shared = this.#coordinators.get(key);
    if (shared !== undefined && !shared.isAbandoned) return shared;
    const coordinator = new DeliveryCoordinator(this.#settings, { key, work, onEnd: this.#onEnd });
    this.#coordinators.set(key, coordinator);
    return coordinator;
  }
}

function reportProblem(onProblem: OncePerEventOptions["onProblem"], problem: InboxProblem): void {
  try {
    onProblem?.(problem);
  } catch {
    // The answer is more important than the report.
  }
}
