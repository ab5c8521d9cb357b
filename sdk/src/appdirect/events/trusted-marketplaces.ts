import { RequestValidationError } from "../../errors/index.js";
import { isProtocolName } from "../../oauth1/encoding/index.js";

/** The marketplaces whose addresses may be called: a signed request proves the key to whoever receives it. */
export class TrustedMarketplaces {
  readonly #origins: ReadonlySet<string>;

  /**
   * @param marketplaces Origins such as `https://marketplace.example`.
   * @param baseUrl Base URL of a client, whose origin may be one of them without https.
   * @throws TypeError where one is not the origin of an https address
   */
  constructor(marketplaces: readonly string[], baseUrl?: string) {
    this.#origins = new Set(marketplaces.map((marketplace) => originOf(marketplace, baseUrl)));
  }

  /** Whether an address leads to one of these. */
  includes({ origin }: URL): boolean {
    return this.#origins.has(origin);
  }

  /**
   * An address that a marketplace gave, once it is certain that it leads to one of these.
   *
   * @throws RequestValidationError when it leads elsewhere
   */
  address({ operation, argument }: AddressArgument, text: string): URL {
    const refusal = (message: string): RequestValidationError => createAddressError({ operation, argument }, message);
    if (!URL.canParse(text)) throw refusal("it is not a URL");
    // Compared after parsing: look-alikes such as `host@evil`, `evil\host` and `host.evil` are other origins by then.
    const url = new URL(text);
    if (url.href !== text) throw refusal("the URL is not written as it would be sent");
    if (!this.includes(url)) throw refusal(`${url.origin} is none of the marketplaces of this client`);
    if (url.username !== "" || url.password !== "") throw refusal("the URL carries a user");
    if ([...url.searchParams.keys()].some(isProtocolName)) throw refusal("the URL carries oauth parameters of its own");
    return url;
  }
}

/** The argument that an address was given as, for errors. */
export interface AddressArgument {
  readonly operation: string;
  readonly argument: string;
}

/** Says why an address is not called. */
export function createAddressError({ operation, argument }: AddressArgument, message: string): RequestValidationError {
  return new RequestValidationError(operation, [{ path: `$.${argument}`, message }]);
}

/** Https, or the very origin that the client was allowed to call otherwise. */
function originOf(marketplace: string, baseUrl: string | undefined): string {
  const url = URL.canParse(marketplace) ? new URL(marketplace) : undefined;
  const isAllowed = url?.protocol === "https:" || (baseUrl !== undefined && url?.origin === new URL(baseUrl).origin);
  if (url === undefined || !isAllowed) {
    throw new TypeError(`marketplaces must be origins such as https://marketplace.example, and one is ${marketplace}`);
  }
  return url.origin;
}
