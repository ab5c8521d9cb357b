import { RequestValidationError } from "../errors.js";
import { type Event, type EventResult, Events, operations } from "../generated/appdirect/index.js";
import type { Call, CallOptions, ClientCore } from "../runtime/index.js";

/** Events by token or by the URL that a notification brought. */
export class MarketplaceEvents extends Events {
  readonly #origins: ReadonlySet<string>;

  /**
   * @param marketplaces Origins whose event URLs may be called.
   * @throws TypeError where one is not the origin of an https address
   */
  constructor(core: ClientCore, marketplaces: readonly string[]) {
    super(core);
    this.#origins = new Set(marketplaces.map((marketplace) => originOf(marketplace, core.baseUrl)));
  }

  /**
   * Fetches an event.
   *
   * A URL is called exactly as it was received, once it is certain that it is the address of an event in one of the
   * client's marketplaces.
   *
   * `GET /api/integration/v1/events/{token}`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
   */
  override get(eventUrlOrToken: string, options?: CallOptions): Call<Event> {
    if (!isUrl(eventUrlOrToken)) return super.get(eventUrlOrToken, options);
    const url = (): string => this.#trusted("events.get", eventUrlOrToken).href;
    return this.core.callAt(url, operations.getEvent, { token: "" }, options);
  }

  /**
   * Reports the result of an event that was answered with 202 before.
   *
   * `POST /api/integration/v1/events/{token}/result`
   *
   * @param eventUrlOrToken What the notification brought: the event's URL, or its token alone.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
   */
  override sendResult(eventUrlOrToken: string, result: EventResult, options?: CallOptions): Call<undefined> {
    if (!isUrl(eventUrlOrToken)) return super.sendResult(eventUrlOrToken, result, options);
    const url = (): string => {
      const { origin, pathname } = this.#trusted("events.sendResult", eventUrlOrToken);
      return `${origin}${pathname}/result`;
    };
    return this.core.callAt(url, operations.sendEventResult, { token: "", body: result }, options);
  }

  /** The URL itself, when it is the address of an event in a marketplace of ours. */
  #trusted(operation: string, text: string): URL {
    if (!URL.canParse(text)) throw refusal(operation, "it is not a URL");
    // Compared after parsing: look-alikes such as `host@evil`, `evil\host` and `host.evil` are other origins by then.
    const url = new URL(text);
    const { origin, pathname, search, href } = url;
    if (href !== text) throw refusal(operation, "the URL is not written as it would be sent");
    if (!this.#origins.has(origin)) throw refusal(operation, `${origin} is none of the marketplaces of this client`);
    if (!EVENT_PATH.test(pathname)) throw refusal(operation, `${pathname} is not the path of an event`);
    if (/[?&]oauth_/.test(search)) throw refusal(operation, "the URL carries oauth parameters of its own");
    return url;
  }
}

/** Today's path of an event, and those of 2012 and before, with one segment for the token. */
const EVENT_PATH = /^\/(?:api\/integration\/v1|rest\/api|AppDirect\/rest\/api)\/events\/[^/%]+$/;

function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
}

function refusal(operation: string, message: string): RequestValidationError {
  return new RequestValidationError(operation, [{ path: "$.eventUrl", message }]);
}

/** Https, or the very origin that the client was allowed to call otherwise. */
function originOf(marketplace: string, baseUrl: string): string {
  const url = URL.canParse(marketplace) ? new URL(marketplace) : undefined;
  const isAllowed = url?.protocol === "https:" || url?.origin === new URL(baseUrl).origin;
  if (url === undefined || !isAllowed) {
    throw new TypeError(`marketplaces must be origins such as https://marketplace.example, and one is ${marketplace}`);
  }
  return url.origin;
}
