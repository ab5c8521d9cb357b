import { EventParseError } from "../../errors/index.js";

/** The error about a text in which there is no event to be found. */
export function createParseError(message: string, options?: ErrorOptions): EventParseError {
  return new EventParseError([{ path: "$", message }], FETCH_AGAIN, options);
}

/** Levels of an event. Those that were published have six. */
export const DEEPEST_EVENT = 100;

/** The error about more levels than {@link DEEPEST_EVENT}. */
export function createDepthError(): EventParseError {
  return createParseError(`expected at most ${DEEPEST_EVENT} levels, and there are more`);
}

const FETCH_AGAIN =
  "Fetch the event by a signed GET of its URL, with `Accept: application/json`, and look at what answers there";
