// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getEvent, sendEventResult } from "../operations/events.js";
import type { Event, EventResult } from "../types.js";

/** Integration events of a marketplace. */
export class Events extends OperationGroup {
  /**
   * Fetches an event.
   *
   * The marketplace keeps the event, so fetching it again gives the same document. Without the `Accept` header that
   * this call sends, the marketplace would answer XML.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param token Token of the event, the last segment of the path of its event URL.
   * @throws ApiError: Refused. AppDirect answers 403 where a signature is missing or wrong.
   */
  get(token: string, options?: CallOptions): Call<Event> {
    return this.core.call(getEvent, { token }, options);
  }

  /**
   * Reports the result of an event that was answered with 202 before.
   *
   * Every event but a notice may be answered so. Until the result is there, the marketplace keeps the subscription
   * pending and its users cannot act on it. Treat 404 and 409 as resolved or gone.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param token Token of the event, the last segment of the path of its event URL.
   * @throws ApiError: Refused. AppDirect answers 403 where a signature is missing or wrong.
   */
  sendResult(token: string, result: EventResult, options?: CallOptions): Call<undefined> {
    return this.core.call(sendEventResult, { token, body: result }, options);
  }
}
