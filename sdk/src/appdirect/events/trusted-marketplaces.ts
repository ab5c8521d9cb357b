import { RequestValidationError } from "../../errors/index.js";
import { isProtocolName } from "../../oauth1/encoding/index.js";

/** Marketplaces that the client may call. A signed request must not reach anyone else. */
export class TrustedMarketplaces {
  readonly #origins: ReadonlySet<string>;

  /**
   * @param marketplaces Origins such as `https://marketplace.example`.
   * @param baseUrl Base URL of the client. Its origin is allowed without https.
   * @throws TypeError if a marketplace is not the origin of an https URL
   */
  constructor(marketplaces: readonly string[], baseUrl?: string) {
    this.#origins = new Set(marketplaces.map((marketplace) => originOf(marketplace, baseUrl)));
  }

  /** Returns true if a URL belongs to one of the marketplaces. */
  includes({ origin }: URL): boolean {
    return this.#origins.has(origin);
  }

  /**
   * Parses a URL from a notification and checks that it belongs to one of the marketplaces.
   *
   * @throws RequestValidationError if it does not
   */
  address({ operation, argument }: AddressArgument, text: string): URL {
    const refusal = (message: string): RequestValidationError => createAddressError({ operation, argument }, message);
    if (!URL.canParse(text)) throw refusal("it is not a URL");
    // Compare after parsing, because `host@evil`, `evil\host` and `host.evil` are different origins only then.
    const url = new URL(text);
    if (url.href !== text) throw refusal("the URL is not in normalized form");
    if (!this.includes(url)) throw refusal(`${url.origin} is not one of the client's marketplaces`);
    if (url.username !== "" || url.password !== "") throw refusal("the URL contains a user name or password");
    if ([...url.searchParams.keys()].some(isProtocolName)) throw refusal("the URL contains OAuth parameters");
    return url;
  }
}

/** Argument that contains the URL, for errors. */
export interface AddressArgument {
  readonly operation: string;
  readonly argument: string;
}

/** Creates the error for a URL that must not be called. */
export function createAddressError({ operation, argument }: AddressArgument, message: string): RequestValidationError {
  return new RequestValidationError(operation, [{ path: `$.${argument}`, message }]);
}

/** Parses an https origin. The origin of `baseUrl` may use http. */
function originOf(marketplace: string, baseUrl: string | undefined): string {
  const url = URL.canParse(marketplace) ? new URL(marketplace) : undefined;
  const isAllowed = url?.protocol === "https:" || (baseUrl !== undefined && url?.origin === new URL(baseUrl).origin);
  if (url === undefined || !isAllowed) {
    throw new TypeError(`marketplaces must be origins such as https://marketplace.example, not ${marketplace}`);
  }
  return url.origin;
}
