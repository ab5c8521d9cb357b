import type { EventResult } from "../../generated/appdirect/types.js";
import { appendToQuery, type SignUrlOptions, signUrl } from "../../oauth1/sign/index.js";
import type { Credentials } from "../../oauth1/signers/index.js";
import { createAddressError, TrustedMarketplaces } from "../events/index.js";

/** What a user brings back to the marketplace: as much of the event's result as belongs into a URL. */
export type ReturnResult = Pick<EventResult, "success" | "accountIdentifier" | "errorCode" | "message">;

/** How {@link signReturnUrl} signs, and where it lets users go. */
export interface SignReturnUrlOptions extends Omit<SignUrlOptions, "method"> {
  /** Key and secret of the product. */
  readonly credentials: Credentials;
  /** Origins of the marketplaces that users may be sent to, such as `https://marketplace.example`. */
  readonly marketplaces: readonly string[];
}

/**
 * The URL that a user is sent back to after an interactive event: that of the event, with its result and a signature.
 * What it has already stays as it is and comes first; values are encoded once, blanks as `%20`. A fragment stays last.
 *
 * Send it as `Location` of a 302, once, and keep it out of logs. Signing it twice makes two URLs.
 *
 * @param returnUrl `returnUrl` of the event, as it came.
 * @throws RequestValidationError where it leads to another origin than a marketplace's, for a signature would make an open
 * redirect look trustworthy; where it carries `oauth_*` parameters; or where it has a parameter of the result already
 * @throws TypeError where a marketplace is no https origin, or a credential is empty
 * @see AppDirect's documentation, "Sign return URLs"
 */
export function signReturnUrl(returnUrl: string, result: ReturnResult, options: SignReturnUrlOptions): string {
  const { credentials, marketplaces, ...freshness } = options;
  return signCheckedReturnUrl(
    returnUrl,
    result,
    { credentials, marketplaces: new TrustedMarketplaces(marketplaces) },
    freshness,
  );
}

/** The same for marketplaces that are known already. */
export function signCheckedReturnUrl(
  returnUrl: string,
  result: ReturnResult,
  { credentials, marketplaces }: { readonly credentials: Credentials; readonly marketplaces: TrustedMarketplaces },
  freshness: Omit<SignUrlOptions, "method">,
): string {
  const argument = { operation: "signReturnUrl", argument: "returnUrl" };
  const url = marketplaces.address(argument, returnUrl);
  const pairs = parameters.flatMap((name) => {
    const value = result[name];
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  for (const [name] of pairs) {
    if (url.searchParams.has(name)) throw createAddressError(argument, `the URL has a parameter "${name}" already`);
  }
  return signUrl(appendToQuery(returnUrl, pairs), credentials, freshness);
}

/** In the order in which AppDirect prints them. */
const parameters = ["success", "accountIdentifier", "errorCode", "message"] as const;
