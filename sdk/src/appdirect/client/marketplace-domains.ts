import { Domains, operations } from "../../generated/appdirect/index.js";
import type { DomainVerification } from "../../generated/appdirect/types.js";
import type { Call, CallOptions, ClientCore } from "../../runtime/index.js";
import type { TrustedMarketplaces } from "../events/index.js";

/** Outcomes of domain verifications, sent to the callback URL of the marketplace. */
export class MarketplaceDomains extends Domains {
  readonly #marketplaces: TrustedMarketplaces;

  /** @param marketplaces Marketplaces whose callback URLs may be called. */
  constructor(core: ClientCore, marketplaces: TrustedMarketplaces) {
    super(core);
    this.#marketplaces = marketplaces;
  }

  /**
   * Reports to the marketplace whether a customer's domain was verified.
   *
   * For products that verify domains and responded to the marketplace's request with 202. The URL must lead to one of
   * the client's marketplaces, and is called exactly as received. The client sends the outcome once.
   *
   * @param url Callback URL of the marketplace's request.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   */
  override sendVerification(url: string, verification: DomainVerification, options?: CallOptions): Call<undefined> {
    const argument = { operation: operations.sendDomainVerification.name, argument: "url" };
    const address = (): string => this.#marketplaces.address(argument, url).href;
    return this.core.callAt(address, operations.sendDomainVerification, { url, body: verification }, options);
  }
}
