/** Parses events from the JSON or XML of a marketplace into their canonical form. */

export { type ParseEventOptions, parseEvent } from "./parse-event.js";
