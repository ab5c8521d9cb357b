import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";

/** Something that goes wrong on the way to a platform, until it is switched off or used up: plain data. */
export type Fault = JsonObject & {
  readonly platform: "aps" | "appdirect";
  /** Start of the paths that it hits: `/aps/2/collections`. */
  readonly path: string;
  readonly kind: string;
};

/** The faults of a sandbox, at run time. */
export interface FaultSwitches {
  list(): readonly Fault[];
  /** Puts others in the place of all that were on. Throws a `TypeError` where one of them is none. */
  replace(faults: readonly Fault[]): void;
}

/** Switches that keep a list. */
export function createFaultSwitches(): FaultSwitches {
  let faults: readonly Fault[] = [];
  return {
    list: () => faults,
    replace(others) {
      faults = others;
    },
  };
}

/** Reads faults that the page sends. What belongs to each kind, the switches check. */
export function readFaults(body: Json): readonly Fault[] {
  if (Array.isArray(body) && body.every(isFault)) return body;
  throw new Failure(400, "Faults are a list of objects with platform, path and kind");
}

function isFault(value: Json): value is Fault {
  if (!isJsonObject(value)) return false;
  const { platform, path, kind } = value;
  return (platform === "aps" || platform === "appdirect") && typeof path === "string" && typeof kind === "string";
}
