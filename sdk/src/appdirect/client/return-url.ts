import type { EventResult } from "../../generated/appdirect/types.js";
import { appendToQuery, type SignUrlOptions, signUrl } from "../../oauth1/sign/index.js";
import type { Credentials } from "../../oauth1/signers/index.js";
import { createAddressError, TrustedMarketplaces } from "../events/index.js";

/** Part of an event's result that the user takes back to the marketplace in the return URL. */
export type ReturnResult = Pick<EventResult, "success" | "accountIdentifier" | "errorCode" | "message">;

/** Options for {@link signReturnUrl}. */
export interface SignReturnUrlOptions extends Omit<SignUrlOptions, "method"> {
  /** Consumer key and secret of the product. */
  readonly credentials: Credentials;
  /** Origins of the marketplaces that users may be redirected to, such as `https://marketplace.example`. */
  readonly marketplaces: readonly string[];
}

/**
 * Signs the URL that a user returns to after an interactive event: the event's return URL, with the result and a
 * signature. Existing parameters come first and stay unchanged. Values are encoded once, spaces as `%20`. A fragment
 * stays last.
 *
 * Send it once, as `Location` of a 302, and keep it out of logs. Each call returns a different URL.
 *
 * @param returnUrl `returnUrl` of the event, as received.
 * @throws RequestValidationError if the URL leads to an origin that is not a marketplace's, because a signature
 * would make an open redirect look trustworthy; if it has `oauth_*` parameters; or if it already has a parameter of
 * the result
 * @throws TypeError if a marketplace is not an https origin, or a credential is empty
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

/** Signs a return URL for marketplaces that have been checked. */
export function signCheckedReturnUrl(
  returnUrl: string,
  result: ReturnResult,
  { credentials, marketplaces }: { readonly credentials: Credentials; readonly marketplaces: TrustedMarketplaces },
  freshness: Omit<SignUrlOptions, "method">,
): string {
  const argument = { operation: "signReturnUrl", argument: "returnUrl" };
  const url = marketplaces.address(argument, returnUrl);
  const pairs = resultParameters.flatMap((name) => {
    const value = result[name];
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  for (const [name] of pairs) {
    if (url.searchParams.has(name)) throw createAddressError(argument, `the URL already has a parameter "${name}"`);
  }
  return signUrl(appendToQuery(returnUrl, pairs), credentials, freshness);
}

/** Parameters of a result, in the order of AppDirect's documentation. */
const resultParameters = ["success", "accountIdentifier", "errorCode", "message"] as const;
