import {
  ApiError,
  ConnectionError,
  EventParseError,
  NotFoundError,
  ResponseValidationError,
  TimeoutError,
} from "../../errors/index.js";
import { operations } from "../../generated/appdirect/index.js";
import type { ClientCore } from "../../runtime/client/index.js";
import type { Operation } from "../../runtime/index.js";
import { type Failed, failed, type IdentifiedEvent } from "../events/index.js";
import { parseEvent } from "../parsing/index.js";
import type { NamedEvent } from "./named-event.js";

/** An event that a notification names, and the client that fetches it. */
export interface FetchableEvent {
  readonly client: { readonly core: ClientCore };
  readonly named: NamedEvent;
}

/**
 * Fetches an event and reads it, in whichever form the marketplace writes it.
 *
 * @param deadline Milliseconds: the sender of the notification waits.
 */
export async function fetchEvent({ client, named }: FetchableEvent, deadline: number): Promise<IdentifiedEvent> {
  const { url, id } = named;
  const options = { deadline, headers: { accept: "application/json, application/xml;q=0.9" } };
  const document = await client.core.callAt(() => url, getEventDocument, { token: "" }, options);
  const bytes = new Uint8Array(await document.arrayBuffer());
  const event = await parseEvent(bytes, { contentType: document.type, eventUrl: url });
  return Object.assign(event, { id });
}

/** The event as bytes: what they are is looked at when they are there. */
const getEventDocument: Operation<{ token: string }, Blob> = {
  name: operations.getEvent.name,
  method: operations.getEvent.method,
  path: operations.getEvent.path,
  safety: operations.getEvent.safety,
  responses: { 200: { contentType: "application/octet-stream" } },
};

/** What the marketplace is told of an event that could not be had: its customer may read it. */
export function toFailedResult(error: unknown): Failed {
  const row = failures.find(([Class]) => error instanceof Class);
  return row?.[1] ?? failed("UNKNOWN_ERROR", "The event could not be fetched");
}

const UNREADABLE = failed("INVALID_RESPONSE", "The event could not be read");
const UNREACHABLE = failed("TRANSPORT_ERROR", "The marketplace could not be reached to fetch the event");

/** The first class that fits counts. */
const failures = [
  [EventParseError, UNREADABLE],
  [ResponseValidationError, UNREADABLE],
  [NotFoundError, failed("NOT_FOUND", "The marketplace has no such event")],
  [ApiError, failed("UNKNOWN_ERROR", "The marketplace refused to hand out the event")],
  [ConnectionError, UNREACHABLE],
  [TimeoutError, UNREACHABLE],
] as const;
