import { type Fault, readFaults } from "./fault.js";

/** What goes wrong in a running sandbox. */
export interface FaultSwitches {
  /** The faults that are on, each with the `times` that are left of it. */
  list(): readonly Fault[];
  /**
   * Puts these in place of all that are on; an empty list makes everything right again. What is not a fault is a
   * `TypeError` that names it, and the former faults stay.
   */
  replace(faults: readonly Fault[]): void;
}

/** The switches, and the way to act on them. */
export interface FaultBox extends FaultSwitches {
  /** The faults that happen to a request that `isMeant`, in the order they stand. Each of them has happened then. */
  take(call: FaultOccasion, isMeant: (fault: Fault) => boolean): readonly Fault[];
}

/** Where a fault may happen. */
export interface FaultOccasion {
  readonly platform: "aps" | "appdirect";
  /** Path that is called, without its query. */
  readonly path: string;
}

/** Switches with these faults on. */
export function createFaultBox(faults: readonly Fault[]): FaultBox {
  let on = readFaults(faults);
  return {
    list: () => on,
    replace(others) {
      on = readFaults(others);
    },
    take(occasion, isMeant) {
      const taken = on.filter((fault) => isMeant(fault) && isFitting(fault, occasion));
      on = on.flatMap((fault) => (taken.includes(fault) ? onceLess(fault) : [fault]));
      return taken;
    },
  };
}

function isFitting({ platform, path }: Fault, occasion: FaultOccasion): boolean {
  const isHere = platform === undefined || platform === occasion.platform;
  return isHere && (path === undefined || occasion.path.startsWith(path));
}

function onceLess(fault: Fault): readonly Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times === 1 ? [] : [{ ...fault, times: fault.times - 1 }];
}
