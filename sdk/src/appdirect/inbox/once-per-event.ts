import { LONGEST_TIME } from "../../http/timing/index.js";
import {
  type CoordinatorSettings,
  DeliveryCoordinator,
  type InboxProblem,
  type Work,
  type WorkResult,
} from "./delivery-coordinator.js";
import type { EventInbox } from "./event-inbox.js";

/** Where events are remembered, and for how long. */
export interface OncePerEventOptions {
  readonly inbox: EventInbox;
  /**
   * How long an event stays with a process that says nothing any more, in seconds. A process that works says something
   * three times as often.
   */
  readonly leaseSeconds: number;
  /** How long an answer is kept, in seconds: the longest time after which a marketplace may deliver an event again. */
  readonly keepSeconds: number;
  /** Told of what goes wrong beside the deliveries. What it throws is lost. */
  readonly onProblem?: ((problem: InboxProblem) => void) | undefined;
  /** Monotonic, in milliseconds. @defaultValue `performance.now` */
  readonly now?: (() => number) | undefined;
}

/**
 * Sees that an event is worked on once, whatever is delivered to whichever process, and that all deliveries get one answer.
 *
 * Not more than that can be promised: a process that dies between the work and the storing of its answer, or that is
 * stopped for longer than its lease, leaves an event that is worked on again.
 */
export class OncePerEvent {
  readonly #settings: CoordinatorSettings;
  readonly #turns = new Map<string, DeliveryCoordinator>();
  readonly #background = new Set<Promise<void>>();
  readonly #onEnd: (turn: DeliveryCoordinator) => void;

  /** @throws TypeError when a time is not positive, or the lease longer than timers know */
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
      background: (work) => this.#inBackground(work()),
    };
    this.#onEnd = (turn) => {
      if (this.#turns.get(turn.key) === turn) this.#turns.delete(turn.key);
    };
  }

  /**
   * The answer to a delivery: of the work, or of the work that another delivery has set off.
   *
   * @param work Not called where the event is answered, or worked on elsewhere.
   * @param signal Ends the waiting of this delivery; the work, once it has begun, goes on.
   * @throws what the work throws, what the inbox rejects a claim with, and the reason of the signal
   */
  async run(key: string, work: (work: Work) => Promise<WorkResult>, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    return this.#turn(key, work).answer(signal);
  }

  /** Resolves when nothing is under way any more, in the background either. Take no more deliveries before. */
  async idle(): Promise<void> {
    while (this.#turns.size + this.#background.size > 0) {
      await Promise.all([...[...this.#turns.values()].map((turn) => turn.ended), ...this.#background]);
    }
  }

  #inBackground(work: Promise<void>): void {
    const ended: Promise<void> = work.finally(() => this.#background.delete(ended));
    this.#background.add(ended);
  }

  #turn(key: string, work: (work: Work) => Promise<WorkResult>): DeliveryCoordinator {
    const shared = this.#turns.get(key);
    if (shared !== undefined && !shared.isAbandoned) return shared;
    const turn = new DeliveryCoordinator(this.#settings, { key, work, onEnd: this.#onEnd });
    this.#turns.set(key, turn);
    return turn;
  }
}

function reportProblem(onProblem: OncePerEventOptions["onProblem"], problem: InboxProblem): void {
  try {
    onProblem?.(problem);
  } catch {
    // The answer is more important than the report.
  }
}
