import type { RequestValidationError } from "../../errors/index.js";
import { percentEncode } from "../../oauth1/encoding/index.js";
import { checkEventAddress, createAddressError, readEventId, type TrustedMarketplaces } from "../events/index.js";
import type { Notification } from "./sender.js";

/** Names of the query parameters that may identify the event of a notification. */
export interface EventParameterNames {
  /** Names for the event's URL. The first one present is used. */
  readonly url: readonly string[];
  /** Name for a token without a URL, which is looked up at the client's `baseUrl`. */
  readonly token: string;
}

/** Event that a notification names. */
export interface NamedEvent {
  /** URL of the event, checked to be in a trusted marketplace. */
  readonly url: string;
  /** Last segment of the URL's path, decoded. */
  readonly id: string;
  /** Key of the event within its marketplace. It is the same for all URLs of the event. */
  readonly key: string;
}

/**
 * Finds the event that a notification names, and checks that its URL may be called.
 *
 * @param baseUrl Base URL at which a token without a URL is looked up.
 * @throws RequestValidationError if the notification does not name an event, or its URL leads elsewhere
 */
export function findNamedEvent(
  parameters: Notification["parameters"],
  names: EventParameterNames,
  { marketplaces, baseUrl }: { readonly marketplaces: TrustedMarketplaces; readonly baseUrl: string },
): NamedEvent {
  const text = names.url.map((name) => getOnlyValue(parameters, name)).find((value) => value !== undefined);
  const token = getOnlyValue(parameters, names.token);
  if (text === undefined && token === undefined) throw createMissingEventError(names);
  const url =
    text === undefined ? buildTokenAddress(baseUrl, token ?? "") : checkEventAddress(marketplaces, OPERATION, text);
  const id = readEventId(url.href) ?? "";
  return { url: url.href, id, key: `${url.origin} ${id}` };
}

const OPERATION = "createEventHandler";

/** Returns the value of a parameter. Refuses a repeated one, because it is unclear which value counts. */
function getOnlyValue(parameters: Notification["parameters"], wanted: string): string | undefined {
  const [value, second] = parameters.filter(([name]) => name === wanted).map(([, value]) => value);
  if (second === undefined) return value;
  throw createAddressError({ operation: OPERATION, argument: wanted }, "the parameter is present more than once");
}

/** Builds the URL of a token, which becomes one path segment. A token cannot add segments of its own. */
function buildTokenAddress(baseUrl: string, token: string): URL {
  const text = `${baseUrl}/api/integration/v1/events/${percentEncode(token)}`;
  const url = new URL(text);
  if (token !== "" && url.href === text) return url;
  throw createAddressError({ operation: OPERATION, argument: "token" }, "the token cannot be used as a path segment");
}

function createMissingEventError({ url, token }: EventParameterNames): RequestValidationError {
  const expected = [...url, token].map((name) => `"${name}"`).join(", ");
  return createAddressError(
    { operation: OPERATION, argument: "eventUrl" },
    `the notification has none of the parameters ${expected}`,
  );
}
