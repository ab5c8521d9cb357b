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

/** Events by token or by the URL that a notification brought. */
export class MarketplaceEvents extends Events {
  readonly #marketplaces: TrustedMarketplaces;

  /** @param marketplaces Those whose event URLs may be called. */
  constructor(core: ClientCore, marketplaces: TrustedMarketplaces) {
    super(core);
    this.#marketplaces = marketplaces;
  }

  /**
   * Fetches the event that a notification named.
   *
   * A URL is called exactly as it was received, once it is certain that it is the address of an event in one of the
   * client's marketplaces. What comes back has the one form that `parseEvent` gives: `configuration` and `attributes`
   * are maps, `links` and `items` are lists, what is `null` is absent, and `id` is the event's token.
   *
   * Narrow it by `type`; one that is not known comes through as well, see {@link isUnknown}. A `flag` of `STATELESS`
   * marks a ping: answer success and change nothing. Fetching an event again changes nothing either.
   *
   * A 403 mostly means the signature: check secret, clock, and whether a proxy rewrites the URL. A 404 means that this
   * marketplace has no such event: check that token and `baseUrl` belong together.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
   * @throws EventParseError for an event of more than 100 levels or 20000 values
   */
  override get(eventUrlOrToken: string, options?: CallOptions): Call<Event> {
    const id = isUrl(eventUrlOrToken) ? readEventId(eventUrlOrToken) : eventUrlOrToken;
    return this.#fetch(getEvent(id), eventUrlOrToken, options);
  }

  /**
   * Fetches an event as the XML that the marketplace writes, for `parseEvent` or a parser of your own.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
   */
  getXml(eventUrlOrToken: string, options?: CallOptions): Call<string> {
    return this.#fetch(getEventXml, eventUrlOrToken, options);
  }

  /**
   * Reports the result of an event whose notification was answered with 202.
   *
   * Every event but a notice may be answered so. A successful `SUBSCRIPTION_ORDER` must carry `accountIdentifier`.
   * Until the result is there, the marketplace keeps the subscription or the assignment pending.
   *
   * It is sent once. Take 404 and 409 as resolved or gone; after an `OutcomeUnknownError` the same result may be sent
   * once more on that understanding.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
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
   * Reports the result of an event until the marketplace has it: for results that come later.
   *
   * What may be mended by sending again is sent again, with growing pauses. A result is safe to repeat: it says the same
   * each time, and 404 and 409 mean that the event is resolved or gone.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @returns `true` where the marketplace took it, `false` where it says that the event is resolved or gone
   * @throws RequestValidationError when the URL leads elsewhere or the result is none; nothing was sent
   * @throws ApiError when the marketplace refuses it otherwise
   * @throws Error the last failure when the time is over
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
  // What `canonical` adds to the documented event is not in the document, so that the operation is typed without it.
  return { ...operations.getEvent, canonical } as Operation<{ token: string }, Event>;
}

const getEventXml: Operation<{ token: string }, string> = {
  name: "events.getXml",
  method: operations.getEvent.method,
  path: operations.getEvent.path,
  safety: operations.getEvent.safety,
  responses: { 200: { contentType: "application/xml" } },
};
