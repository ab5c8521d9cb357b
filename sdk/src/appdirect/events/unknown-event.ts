import { eventShape } from "../../generated/appdirect/shapes.js";
import type { Event } from "./event.js";

/**
 * Returns true if this version does not know the type of an event. All fields of the event are present. Respond with
 * `CONFIGURATION_ERROR` and a message that names the type.
 */
export function isUnknown(event: Event): boolean {
  return !eventShape.discriminator?.values.includes(event.type);
}
