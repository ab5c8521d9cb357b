import { operations, Saml } from "../../generated/appdirect/index.js";
import type { SamlIdp } from "../../generated/appdirect/types.js";
import type { Call, CallOptions, ClientCore, Operation } from "../../runtime/index.js";
import type { TrustedMarketplaces } from "../events/index.js";

/** SAML identity providers, by the link in an event. */
export class MarketplaceSaml extends Saml {
  readonly #marketplaces: TrustedMarketplaces;

  /** @param marketplaces Marketplaces whose links may be called. */
  constructor(core: ClientCore, marketplaces: TrustedMarketplaces) {
    super(core);
    this.#marketplaces = marketplaces;
  }

  /**
   * Reads the SAML identity provider that the users of a subscription sign in with.
   *
   * A `SUBSCRIPTION_ORDER` of a product with SAML sign-in has a link with `rel` set to `samlIdp`. The link must lead to
   * one of the client's marketplaces, and is called exactly as received. A 403 usually means a wrong signature.
   *
   * @param url `href` of the event's link with `rel` set to `samlIdp`.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   */
  override getIdp(url: string, options?: CallOptions): Call<SamlIdp> {
    return this.#read(operations.getSamlIdp, url, options);
  }

  /**
   * Reads the same identity provider as standard SAML metadata in XML, which most SAML libraries accept.
   *
   * @param url `href` of the event's link with `rel` set to `samlIdp`.
   * @throws RequestValidationError if the URL leads elsewhere; nothing was sent
   */
  getIdpMetadata(url: string, options?: CallOptions): Call<string> {
    return this.#read(getSamlMetadata, url, options);
  }

  #read<Result>(
    operation: Operation<{ url: string }, Result>,
    url: string,
    options: CallOptions | undefined,
  ): Call<Result> {
    const address = (): string => this.#marketplaces.address({ operation: operation.name, argument: "url" }, url).href;
    return this.core.callAt(address, operation, { url }, options);
  }
}

const getSamlMetadata: Operation<{ url: string }, string> = {
  name: "saml.getIdpMetadata",
  method: operations.getSamlIdp.method,
  path: operations.getSamlIdp.path,
  safety: operations.getSamlIdp.safety,
  responses: { 200: { contentType: "application/samlmetadata+xml" } },
};
