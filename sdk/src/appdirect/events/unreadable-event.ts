import { EventParseError } from "../../errors/index.js";

/** Creates the error for a body that contains no readable event. */
export function createParseError(message: string, options?: ErrorOptions): EventParseError {
  return new EventParseError([{ path: "$", message }], FETCH_AGAIN, options);
}

/** Maximum nesting depth of an event. Published events have six levels. */
export const DEEPEST_EVENT = 100;

/** Creates the error for an event deeper than {@link DEEPEST_EVENT}. */
export function createDepthError(): EventParseError {
  return createParseError(`expected at most ${DEEPEST_EVENT} levels, found more`);
}

const FETCH_AGAIN =
  "Fetch the event with a signed GET of its URL and `Accept: application/json`, and check the response";
