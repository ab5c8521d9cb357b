import { createAddressError, type TrustedMarketplaces } from "./trusted-marketplaces.js";

/** Returns true if the text from a notification is a URL. Older integrations receive only a token. */
export function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
}

/**
 * Parses the URL of an event and checks that it belongs to a trusted marketplace.
 *
 * @param operation Name of the method that received the URL, for the error.
 * @throws RequestValidationError if it does not belong to one
 */
export function checkEventAddress(marketplaces: TrustedMarketplaces, operation: string, text: string): URL {
  const argument = { operation, argument: "eventUrl" };
  const url = marketplaces.address(argument, text);
  if (EVENT_PATH.test(url.pathname)) return url;
  throw createAddressError(argument, `${url.pathname} is not the path of an event`);
}

/** Paths of events: the current one, and those of 2012 and earlier. The token is the last segment. */
const EVENT_PATH = /^\/(?:api\/integration\/v1|rest\/api|AppDirect\/rest\/api)\/events\/[^/%]+$/;
