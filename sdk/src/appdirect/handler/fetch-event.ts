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

/** Event named by a notification, and the client that fetches it. */
export interface FetchableEvent {
  readonly client: { readonly core: ClientCore };
  readonly named: NamedEvent;
}

/**
 * Fetches and parses an event, in JSON or XML.
 *
 * @param deadline Time limit in milliseconds. The sender of the notification waits during this time.
 */
export async function fetchEvent({ client, named }: FetchableEvent, deadline: number): Promise<IdentifiedEvent> {
  const { url, id } = named;
  const options = { deadline, headers: { accept: "application/json, application/xml;q=0.9" } };
  const document = await client.core.callAt(() => url, getEventDocument, { token: "" }, options);
  const bytes = new Uint8Array(await document.arrayBuffer());
  const event = await parseEvent(bytes, { contentType: document.type, eventUrl: url });
  return Object.assign(event, { id });
}

/** Reads the event as bytes. `parseEvent` detects their format. */
const getEventDocument: Operation<{ token: string }, Blob> = {
  name: operations.getEvent.name,
  method: operations.getEvent.method,
  path: operations.getEvent.path,
  safety: operations.getEvent.safety,
  responses: { 200: { contentType: "application/octet-stream" } },
};

/** Converts a failure to fetch an event to a result. The customer may read its message. */
export function toFailedResult(error: unknown): Failed {
  const [, failure] = failures.find(([Class]) => error instanceof Class) ?? [];
  return failure ?? failed("UNKNOWN_ERROR", "The event could not be fetched");
}

const UNREADABLE = failed("INVALID_RESPONSE", "The event could not be read");
const UNREACHABLE = failed("TRANSPORT_ERROR", "The marketplace could not be reached to fetch the event");

/** Results by error class. The first matching class is used. */
const failures = [
  [EventParseError, UNREADABLE],
  [ResponseValidationError, UNREADABLE],
  [NotFoundError, failed("NOT_FOUND", "The marketplace does not have this event")],
  [ApiError, failed("UNKNOWN_ERROR", "The marketplace refused to return the event")],
  [ConnectionError, UNREACHABLE],
  [TimeoutError, UNREACHABLE],
] as const;
