// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getEvent, sendEventResult } from "../operations/events.js";
import type { Event, EventResult } from "../types.js";

/** Integration events of a marketplace, and the vendor's results for them. */
export class Events extends OperationGroup {
  /**
   * Fetches the event that a notification named.
   *
   * The first step after a notification was verified. Pass the event URL exactly as it came, never one put
   * together by hand: hosts differ by marketplace, and 2012 and before the path was `/rest/api/events/{token}` and
   * `/AppDirect/rest/api/events/{token}`. A token alone is looked up at the client's `baseUrl`.
   *
   * Needs the consumer key and secret of the product that the event belongs to. It answers the event; its `type`
   * says which parts of `payload` are filled, and a type that is not known here comes through as well. The
   * marketplace keeps events, so fetching one again changes nothing.
   *
   * A `flag` of `STATELESS` marks a ping: answer success and change nothing. `dummyOrder`, `dummyChange`,
   * `dummyCancel`, `dummyNotice`, `dummyAssign`, `dummyUnassign`, `dummyAddonOrder`, `dummyAddonChange`,
   * `dummyAddonCancel`, `dummyAddonBind` and `dummyAddonUnbind` are tokens of pings that every marketplace has.
   *
   * A 403 or 401 mostly means the signature: check secret, clock, and whether a proxy rewrites the URL. A 404
   * means that this marketplace has no such event: check that token and `baseUrl` belong together.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param token Token of the event, the last segment of the path of its event URL. Not always a UUID.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError 404: The marketplace has no event with this token.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  get(token: string, options?: CallOptions): Call<Event> {
    return this.core.call(getEvent, { token }, options);
  }

  /**
   * Reports the result of an event whose notification was answered with 202.
   *
   * For work that takes longer than a notification may wait: answer 202, and send the result when it is known.
   * Every event but a notice may be answered so. Until the result is there the marketplace keeps the subscription
   * or the assignment pending, and its users cannot act on it.
   *
   * Needs the same key as the fetch. Pass the event URL or the token, not an address made of
   * `marketplace.baseUrl`: that of a ping names another host. The answer says nothing beyond its status.
   *
   * A successful `SUBSCRIPTION_ORDER` must carry `accountIdentifier`. What a second result for one event is
   * answered is unconfirmed; take 404 and 409 as resolved or gone, and do not try again. After an
   * `OutcomeUnknownError` the same result may be sent once more on that understanding.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param token Token of the event, the last segment of the path of its event URL. Not always a UUID.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError 404: The marketplace has no event with this token.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  sendResult(token: string, result: EventResult, options?: CallOptions): Call<undefined> {
    return this.core.call(sendEventResult, { token, body: result }, options);
  }
}
