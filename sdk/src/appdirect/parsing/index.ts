/** Reads events from the JSON or XML of a marketplace. */

export { type ParseEventOptions, parseEvent } from "./parse-event.js";
