/** Handler for the notifications of marketplaces. */

export { createEventHandler } from "./event-handler.js";
export type {
  AnyEventHandler,
  Connection,
  EventContext,
  EventHandler,
  EventHandlerOf,
  EventHandlerOptions,
  EventHandlers,
  EventOf,
  InteractiveHandler,
} from "./event-handlers.js";
export { type NodeRequest, type NodeResponse, nodeListener } from "./node-listener.js";
export type { ResultFormat } from "./result-text.js";
export type { BasicCredentials, Sender, SenderOptions } from "./sender.js";
