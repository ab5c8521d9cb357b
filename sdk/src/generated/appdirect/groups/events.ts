// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getEvent, sendEventResult } from "../operations/events.js";
import type { Event, EventResult } from "../types.js";

/** Integration events of a marketplace, and the vendor's results for them. */
export class Events extends OperationGroup {
  /**
   * Fetches the event named in a notification.
   *
   * The first step after you have verified a notification. Pass the event URL exactly as received. Never build it
   * yourself: hosts differ by marketplace, and until 2012 the path was `/rest/api/events/{token}` or
   * `/AppDirect/rest/api/events/{token}`. If you pass only a token, the client uses its `baseUrl`.
   *
   * Needs the consumer key and secret of the product that the event belongs to. The `type` of the event decides
   * which parts of `payload` are present. Event types that the SDK does not know are passed through. The marketplace
   * keeps events, so you can fetch one again.
   *
   * A `flag` of `STATELESS` marks a ping: respond with success and change nothing. Every marketplace has ping events
   * with the tokens `dummyOrder`, `dummyChange`, `dummyCancel`, `dummyNotice`, `dummyAssign`, `dummyUnassign`,
   * `dummyAddonOrder`, `dummyAddonChange`, `dummyAddonCancel`, `dummyAddonBind` and `dummyAddonUnbind`.
   *
   * A 403 or 401 usually means a wrong signature: check the secret, the clock, and whether a proxy rewrites the URL.
   * A 404 means that this marketplace has no such event: check that the token and `baseUrl` belong together.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param token Token of the event: the last path segment of its event URL. Not always a UUID.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError 404: The marketplace has no event with this token.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  get(token: string, options?: CallOptions): Call<Event> {
    return this.core.call(getEvent, { token }, options);
  }

  /**
   * Sends the result of an event after a 202 response to its notification.
   *
   * Use it for work that takes longer than the marketplace waits for a response: respond with 202, then send the
   * result when it is known. This works for every event except notices. Until the result arrives, the marketplace
   * keeps the subscription or assignment pending, and its users cannot act on it.
   *
   * Needs the same key as the fetch. Pass the event URL or the token. Do not build the address from
   * `marketplace.baseUrl`: in a ping, it names a different host. The response contains only a status.
   *
   * A successful `SUBSCRIPTION_ORDER` must contain `accountIdentifier`. The response to a second result for the same
   * event is unconfirmed; treat 404 and 409 as resolved or gone, and do not retry. On that assumption, you may send
   * the same result once more after an `OutcomeUnknownError`.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param token Token of the event: the last path segment of its event URL. Not always a UUID.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError 404: The marketplace has no event with this token.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  sendResult(token: string, result: EventResult, options?: CallOptions): Call<undefined> {
    return this.core.call(sendEventResult, { token, body: result }, options);
  }
}
