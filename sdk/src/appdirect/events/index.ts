/** Events in their canonical form, their results, and the addresses they may come from. */

export { canonicalEvent } from "./canonical-event.js";
export type { Event, EventFacts, IdentifiedEvent } from "./event.js";
export { eventAddress, isUrl } from "./event-address.js";
export { eventId, withFacts } from "./event-facts.js";
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
export { addressRefusal, TrustedMarketplaces } from "./trusted-marketplaces.js";
export { isUnknown } from "./unknown-event.js";
export { DEEPEST_EVENT, tooDeep, unreadable } from "./unreadable-event.js";
