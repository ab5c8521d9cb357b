/** Inboxes, which ensure that an event is processed once. */

export type { EventInbox, InboxClaim } from "./event-inbox.js";
export { createMemoryInbox, type MemoryInboxOptions } from "./memory-inbox.js";
export { OncePerEvent } from "./once-per-event.js";
export {
  createRedisInbox,
  type IoRedisScripting,
  type NodeRedisScripting,
  type RedisInboxOptions,
} from "./redis-inbox.js";
