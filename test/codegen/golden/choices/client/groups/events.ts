// Generated from choices.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { createEvent } from "../operations.js";
import type { Event } from "../types.js";

export class Events extends OperationGroup {
  /** `POST /events` */
  createEvent(body: Event, options?: CallOptions): Call<Event> {
    return this.core.call(createEvent, { body }, options);
  }
}
