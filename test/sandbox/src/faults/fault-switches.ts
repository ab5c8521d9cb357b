import { type Fault, parseFaults } from "./fault.js";

/** Faults of a running sandbox. */
export interface FaultSwitches {
  /** Returns the active faults, each with its remaining `times`. */
  list(): readonly Fault[];
  /**
   * Replaces all active faults. An empty list removes all of them. For an invalid fault, throws a `TypeError` that
   * names it and keeps the active faults.
   */
  replace(faults: readonly Fault[]): void;
}

/** Fault switches, with the method that applies them. */
export interface FaultBox extends FaultSwitches {
  /** Returns the active faults that match a request and satisfy `isMeant`, in order, and counts each as used. */
  take(call: FaultOccasion, isMeant: (fault: Fault) => boolean): readonly Fault[];
}

/** Request or event that a fault may apply to. */
export interface FaultOccasion {
  readonly platform: "aps" | "appdirect";
  /** Path of the call, without its query. */
  readonly path: string;
}

/** Creates switches with the given faults active. */
export function createFaultBox(faults: readonly Fault[]): FaultBox {
  let on = parseFaults(faults);
  return {
    list: () => on,
    replace(others) {
      on = parseFaults(others);
    },
    take(occasion, isMeant) {
      const taken = on.filter((fault) => isMeant(fault) && appliesTo(fault, occasion));
      on = on.flatMap((fault) => (taken.includes(fault) ? decrementTimes(fault) : [fault]));
      return taken;
    },
  };
}

function appliesTo({ platform, path }: Fault, occasion: FaultOccasion): boolean {
  const isHere = platform === undefined || platform === occasion.platform;
  return isHere && (path === undefined || occasion.path.startsWith(path));
}

function decrementTimes(fault: Fault): readonly Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times === 1 ? [] : [{ ...fault, times: fault.times - 1 }];
}
