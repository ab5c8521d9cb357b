import { createAddressError, type TrustedMarketplaces } from "./trusted-marketplaces.js";

/** Whether what a notification brought is a URL, and not a token alone. */
export function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
}

/**
 * The URL of an event, once it is certain that it is one in a marketplace that may be called.
 *
 * @param operation Name of the method that was given it, for the error.
 * @throws RequestValidationError when it leads elsewhere
 */
export function checkEventAddress(marketplaces: TrustedMarketplaces, operation: string, text: string): URL {
  const argument = { operation, argument: "eventUrl" };
  const url = marketplaces.address(argument, text);
  if (EVENT_PATH.test(url.pathname)) return url;
  throw createAddressError(argument, `${url.pathname} is not the path of an event`);
}

/** Today's path of an event, and those of 2012 and before, with one segment for the token. */
const EVENT_PATH = /^\/(?:api\/integration\/v1|rest\/api|AppDirect\/rest\/api)\/events\/[^/%]+$/;
