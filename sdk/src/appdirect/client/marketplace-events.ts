import { Events, operations } from "../../generated/appdirect/index.js";
import type { EventResult } from "../../generated/appdirect/types.js";
import type { Call, CallOptions, ClientCore, Operation } from "../../runtime/index.js";
import {
  addFacts,
  canonicalizeEvent,
  checkEventAddress,
  type Event,
  isUrl,
  readEventId,
  type TrustedMarketplaces,
} from "../events/index.js";
import { type SettleOptions, settleResult } from "./settle-result.js";

/** Events, by the URL or token from a notification. */
export class MarketplaceEvents extends Events {
  readonly #marketplaces: TrustedMarketplaces;

  /** @param marketplaces Marketplaces whose event URLs may be called. */
  constructor(core: ClientCore, marketplaces: TrustedMarketplaces) {
    super(core);
    this.#marketplaces = marketplaces;
  }

  /**
   * Fetches the event named in a notification.
   *
   * A URL must be the address of an event in one of the client's marketplaces, and is called exactly as received. The
   * event has the canonical form that `parseEvent` returns: `configuration` and `attributes` are maps, `links` and
   * `items` are lists, properties that are `null` are absent, and `id` is the event's token.
   *
   * Narrow the event by its `type`. Unknown types are passed through, see {@link isUnknown}. A `flag` of `STATELESS`
   * marks a ping: respond with success and change nothing. An event can be fetched again without side effects.
   *
   * A 403 usually means a wrong signature: check the secret, the clock, and whether a proxy rewrites the URL. A 404
   * means that this marketplace has no such event: check that the token and `baseUrl` belong together.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param eventUrlOrToken URL of the event from the notification, or its token.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   * @throws EventParseError for an event with more than 100 levels or 20000 values
   */
  override get(eventUrlOrToken: string, options?: CallOptions): Call<Event> {
    const id = isUrl(eventUrlOrToken) ? readEventId(eventUrlOrToken) : eventUrlOrToken;
    return this.#fetch(getEvent(id), eventUrlOrToken, options);
  }

  /**
   * Fetches an event as XML, for `parseEvent` or your own parser.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param eventUrlOrToken URL of the event from the notification, or its token.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   */
  getXml(eventUrlOrToken: string, options?: CallOptions): Call<string> {
    return this.#fetch(getEventXml, eventUrlOrToken, options);
  }

  /**
   * Sends the result of an event after a 202 response to its notification.
   *
   * This works for every event except notices. The result of a successful `SUBSCRIPTION_ORDER` must contain
   * `accountIdentifier`. Until the result arrives, the marketplace keeps the subscription or the assignment pending.
   *
   * The client sends the result once. 404 and 409 mean that the event is resolved or gone, so you may send the same
   * result again after an `OutcomeUnknownError`.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param eventUrlOrToken URL of the event from the notification, or its token.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   */
  override sendResult(eventUrlOrToken: string, result: EventResult, options?: CallOptions): Call<undefined> {
    if (!isUrl(eventUrlOrToken)) return super.sendResult(eventUrlOrToken, result, options);
    const url = (): string => {
      const { origin, pathname } = checkEventAddress(this.#marketplaces, "events.sendResult", eventUrlOrToken);
      return `${origin}${pathname}/result`;
    };
    return this.core.callAt(url, operations.sendEventResult, { token: "", body: result }, options);
  }

  /**
   * Sends the result of an event after a 202 response, and retries until the marketplace has it.
   *
   * Transient failures are retried with increasing pauses. A result is safe to repeat: it is the same each time, and
   * 404 and 409 mean that the event is resolved or gone.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param eventUrlOrToken URL of the event from the notification, or its token.
   * @returns `true` if the marketplace accepted the result, `false` if the event is already resolved or gone
   * @throws RequestValidationError if the URL leads elsewhere, or the result is not valid; nothing was sent
   * @throws ApiError if the marketplace refuses the result for another reason
   * @throws Error the last failure, if the deadline has passed
   */
  settle(eventUrlOrToken: string, result: EventResult, options: SettleOptions = {}): Promise<boolean> {
    return settleResult((signal) => this.sendResult(eventUrlOrToken, result, { signal }), options);
  }

  #fetch<Result>(
    operation: Operation<{ token: string }, Result>,
    eventUrlOrToken: string,
    options: CallOptions | undefined,
  ): Call<Result> {
    if (!isUrl(eventUrlOrToken)) return this.core.call(operation, { token: eventUrlOrToken }, options);
    const url = (): string => checkEventAddress(this.#marketplaces, operation.name, eventUrlOrToken).href;
    return this.core.callAt(url, operation, { token: "" }, options);
  }
}

function getEvent(id: string | undefined): Operation<{ token: string }, Event> {
  const canonical = (body: unknown): unknown => addFacts(canonicalizeEvent(body), { raw: body, id });
  // `canonical` adds properties that the document does not have, so the operation's own type lacks them.
  return { ...operations.getEvent, canonical } as Operation<{ token: string }, Event>;
}

const getEventXml: Operation<{ token: string }, string> = {
  name: "events.getXml",
  method: operations.getEvent.method,
  path: operations.getEvent.path,
  safety: operations.getEvent.safety,
  responses: { 200: { contentType: "application/xml" } },
};
