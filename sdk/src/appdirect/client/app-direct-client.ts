import { AppDirectApi } from "../../generated/appdirect/index.js";
import type { RefusalHint } from "../../http/index.js";
import { ClientCore, type ClientOptions, withEnvironment } from "../../runtime/index.js";
import { TrustedMarketplaces } from "../events/index.js";
import { MarketplaceDomains } from "./marketplace-domains.js";
import { MarketplaceEvents } from "./marketplace-events.js";
import { MarketplaceSaml } from "./marketplace-saml.js";

/** What {@link AppDirectClient} is made with. */
export interface AppDirectClientOptions extends ClientOptions {
  /**
   * The marketplace that tokens, usage and user sync belong to; event URLs bring theirs with them.
   * @defaultValue `APPDIRECT_BASE_URL`, else the first of {@link AppDirectClientOptions.marketplaces}
   */
  readonly baseUrl?: string | URL | undefined;
  /**
   * Origins of the marketplaces whose addresses may be called, such as `https://marketplace.example`. An event URL, a
   * link or a callback URL that leads elsewhere is refused before anything is signed: a signed request proves the key
   * to whoever receives it.
   * @defaultValue the origin of `baseUrl`
   */
  readonly marketplaces?: readonly string[] | undefined;
}

/**
 * The calls of a vendor to AppDirect marketplaces.
 *
 * ```ts
 * const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
 * ```
 *
 * What the options leave open is taken from `APPDIRECT_BASE_URL`, `APPDIRECT_CONSUMER_KEY` and
 * `APPDIRECT_CONSUMER_SECRET`.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 */
export class AppDirectClient extends AppDirectApi {
  /** Events of the marketplaces that this client trusts. */
  override readonly events: MarketplaceEvents;
  /** SAML identity providers, by the links of events. */
  override readonly saml: MarketplaceSaml;
  /** Outcomes of domain verifications. */
  override readonly domains: MarketplaceDomains;
  /** The marketplaces that this client calls. */
  readonly marketplaces: TrustedMarketplaces;

  constructor({ marketplaces, ...options }: AppDirectClientOptions = {}) {
    const complete = withEnvironment("APPDIRECT", options);
    // An event names a marketplace to report usage to, and a forged one names a stranger.
    const mayCall = (baseUrl: URL): boolean => trusted.includes(baseUrl);
    const core = new ClientCore(
      { ...complete, baseUrl: complete.baseUrl ?? marketplaces?.[0] },
      { refusalHint: describeRefusal, mayCall },
    );
    const trusted = new TrustedMarketplaces(marketplaces ?? [new URL(core.baseUrl).origin], core.baseUrl);
    super(core);
    this.marketplaces = trusted;
    this.events = new MarketplaceEvents(core, this.marketplaces);
    this.saml = new MarketplaceSaml(core, this.marketplaces);
    this.domains = new MarketplaceDomains(core, this.marketplaces);
  }
}

const signatureCauses =
  "Check the consumer secret of this product, then this machine's clock, then whether a proxy rewrites the URL";

/** AppDirect answers 403 to a wrong signature as well. */
const describeRefusal: RefusalHint = (_, { status }) => {
  if (status === 401) return signatureCauses;
  return status === 403 ? `${signatureCauses}; else the product may not do this` : undefined;
};
