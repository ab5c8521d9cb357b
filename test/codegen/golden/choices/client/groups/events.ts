// Generated from choices.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import {
  createEvent,
  type ListEventsHeaders,
  listEvents,
  sendForm,
  sendParts,
  sendText,
} from "../operations/events.js";
import type { Event, Moment, Range } from "../types.js";

/** Options for `events.listEvents`. */
export interface ListEventsOptions extends CallOptions {
  until?: globalThis.Date | undefined;
  at?: globalThis.Date[] | undefined;
  range?: Range | undefined;
  xSince?: globalThis.Date | undefined;
}

export class Events extends OperationGroup {
  /** `POST /events` */
  createEvent(body: Event, options?: CallOptions): Call<Event> {
    return this.core.call(createEvent, { body }, options);
  }

  /** `GET /events/{since}` */
  listEvents(since: Moment, options?: ListEventsOptions): Call<Event[], ListEventsHeaders> {
    return this.core.call(listEvents, { since }, options);
  }

  /** `POST /forms` */
  sendForm(body: Range, options?: CallOptions): Call<undefined> {
    return this.core.call(sendForm, { body }, options);
  }

  /** `POST /parts` */
  sendParts(body: Range, options?: CallOptions): Call<undefined> {
    return this.core.call(sendParts, { body }, options);
  }

  /** `POST /texts` */
  sendText(body: globalThis.Date, options?: CallOptions): Call<globalThis.Date> {
    return this.core.call(sendText, { body }, options);
  }
}
