import { Failure } from "../failure.js";
import type { IncomingCall } from "../http-server.js";
import type { Fault } from "./fault.js";
import { parseFaultText } from "./fault-text.js";

/** Name of the header. */
const HEADER = "x-sandbox-fault";

/**
 * Parses the faults that a request specifies for itself in `x-sandbox-fault`. Throws the platform's 400 for an invalid
 * fault.
 */
export function parseFaultHeader({ headers }: Pick<IncomingCall, "headers">): readonly Fault[] {
  const wished = headers.filter(([name]) => name.toLowerCase() === HEADER).map(([, value]) => value);
  try {
    return wished.flatMap((text) => parseFaultText(text, HEADER));
  } catch (error) {
    throw error instanceof TypeError ? new Failure(400, error.message) : error;
  }
}
