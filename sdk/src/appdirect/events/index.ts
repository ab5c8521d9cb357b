/** Events in their canonical form, their results, and the addresses they may come from. */

export { canonicalizeEvent } from "./canonical-event.js";
export type { Event, EventFacts, IdentifiedEvent } from "./event.js";
export { checkEventAddress, isUrl } from "./event-address.js";
export { addFacts, readEventId } from "./event-facts.js";
export { eventShape, isList, type ListShape, type ObjectShape, type Shape, undocumented } from "./event-shape.js";
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
export { createAddressError, TrustedMarketplaces } from "./trusted-marketplaces.js";
export { isUnknown } from "./unknown-event.js";
export { createDepthError, createParseError, DEEPEST_EVENT } from "./unreadable-event.js";
