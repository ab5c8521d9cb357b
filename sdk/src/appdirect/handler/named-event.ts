import type { RequestValidationError } from "../../errors/index.js";
import { percentEncode } from "../../oauth1/encoding/index.js";
import { checkEventAddress, createAddressError, readEventId, type TrustedMarketplaces } from "../events/index.js";
import type { Notification } from "./sender.js";

/** Names of query parameters that a notification may bring its event under. */
export interface EventParameterNames {
  /** Of the event's URL; the first that is there counts. */
  readonly url: readonly string[];
  /** Of a token alone, looked up at the client's `baseUrl`. */
  readonly token: string;
}

/** The event that a notification names. */
export interface NamedEvent {
  /** Its URL, which may be called. */
  readonly url: string;
  /** The last segment of its path, decoded. */
  readonly id: string;
  /** One text for one event of a marketplace, by whichever of its addresses it is named. */
  readonly key: string;
}

/**
 * The event that a notification names, once it is certain that its address may be called.
 *
 * @param baseUrl Where a token alone is looked up.
 * @throws RequestValidationError where it names none, or leads elsewhere
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

/** A parameter that is there twice could be read as either: the sender signed both. */
function getOnlyValue(parameters: Notification["parameters"], wanted: string): string | undefined {
  const [value, second] = parameters.filter(([name]) => name === wanted).map(([, value]) => value);
  if (second === undefined) return value;
  throw createAddressError({ operation: OPERATION, argument: wanted }, "it is there more than once");
}

/** As one segment, whatever is in it: a token that brings a path of its own leads nowhere. */
function buildTokenAddress(baseUrl: string, token: string): URL {
  const text = `${baseUrl}/api/integration/v1/events/${percentEncode(token)}`;
  const url = new URL(text);
  if (token !== "" && url.href === text) return url;
  throw createAddressError({ operation: OPERATION, argument: "token" }, "it cannot be a segment of a path");
}

function createMissingEventError({ url, token }: EventParameterNames): RequestValidationError {
  const expected = [...url, token].map((name) => `"${name}"`).join(", ");
  return createAddressError(
    { operation: OPERATION, argument: "eventUrl" },
    `none of the parameters ${expected} is there`,
  );
}
