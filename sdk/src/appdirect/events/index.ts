/** Events, their results, and the addresses that they may come from. */

export { canonicalizeEvent } from "./canonical-event.js";
export type { Event, EventFacts, IdentifiedEvent } from "./event.js";
export { checkEventAddress, isUrl } from "./event-address.js";
export { addFacts, readEventId } from "./event-facts.js";
export {
  type Answer,
  type AnswerTo,
  type EventErrorCode,
  type EventType,
  type Failed,
  failed,
  type Later,
  later,
  type Result,
  type Succeeded,
  type SucceededOrder,
  type SuccessDetails,
  succeeded,
} from "./results.js";
export { isList, undocumented } from "./shapes.js";
export { createAddressError, TrustedMarketplaces } from "./trusted-marketplaces.js";
export { isUnknown } from "./unknown-event.js";
export { createDepthError, createParseError, DEEPEST_EVENT } from "./unreadable-event.js";
