import { Domains, operations } from "../../generated/appdirect/index.js";
import type { DomainVerification } from "../../generated/appdirect/types.js";
import type { Call, CallOptions, ClientCore } from "../../runtime/index.js";
import type { TrustedMarketplaces } from "../events/index.js";

/** Outcomes of domain verifications, sent to the address that the marketplace wants them at. */
export class MarketplaceDomains extends Domains {
  readonly #marketplaces: TrustedMarketplaces;

  /** @param marketplaces Those whose callback URLs may be called. */
  constructor(core: ClientCore, marketplaces: TrustedMarketplaces) {
    super(core);
    this.#marketplaces = marketplaces;
  }

  /**
   * Tells the marketplace whether a customer's domain was verified.
   *
   * For products that verify domains and answered the marketplace's request to do so with 202. The URL is called
   * exactly as it was received, once it is certain that it leads to one of the client's marketplaces. It is sent once.
   *
   * @param url Callback URL of the marketplace's request.
   * @throws RequestValidationError when the URL leads elsewhere; nothing was sent
   */
  override sendVerification(url: string, verification: DomainVerification, options?: CallOptions): Call<undefined> {
    const argument = { operation: operations.sendDomainVerification.name, argument: "url" };
    const address = (): string => this.#marketplaces.address(argument, url).href;
    return this.core.callAt(address, operations.sendDomainVerification, { url, body: verification }, options);
  }
}
