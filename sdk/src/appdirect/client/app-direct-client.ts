import { AppDirectApi } from "../../generated/appdirect/index.js";
import type { RefusalHint } from "../../http/index.js";
import { ClientCore, type ClientOptions, withEnvironment } from "../../runtime/index.js";
import { TrustedMarketplaces } from "../events/index.js";
import { MarketplaceDomains } from "./marketplace-domains.js";
import { MarketplaceEvents } from "./marketplace-events.js";
import { MarketplaceSaml } from "./marketplace-saml.js";

/** Options for {@link AppDirectClient}. */
export interface AppDirectClientOptions extends ClientOptions {
  /**
   * Base URL of the marketplace for tokens, usage and user sync. Event URLs contain their own.
   * @defaultValue `APPDIRECT_BASE_URL`, otherwise the first of {@link AppDirectClientOptions.marketplaces}
   */
  readonly baseUrl?: string | URL | undefined;
  /**
   * Origins of the trusted marketplaces, such as `https://marketplace.example`. An event URL, link or callback URL that
   * leads elsewhere is refused before anything is signed, so that no other server receives a signed request.
   * @defaultValue the origin of `baseUrl`
   */
  readonly marketplaces?: readonly string[] | undefined;
}

/**
 * Client for AppDirect's marketplace API, for vendors.
 *
 * ```ts
 * const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
 * ```
 *
 * Options that you omit are read from `APPDIRECT_BASE_URL`, `APPDIRECT_CONSUMER_KEY` and `APPDIRECT_CONSUMER_SECRET`.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 */
export class AppDirectClient extends AppDirectApi {
  /** Events of the marketplaces that this client trusts. */
  override readonly events: MarketplaceEvents;
  /** SAML identity providers that events link to. */
  override readonly saml: MarketplaceSaml;
  /** Outcomes of domain verifications. */
  override readonly domains: MarketplaceDomains;
  /** Marketplaces that this client may call. */
  readonly marketplaces: TrustedMarketplaces;

  constructor({ marketplaces, ...options }: AppDirectClientOptions = {}) {
    const complete = withEnvironment("APPDIRECT", options);
    // An event names a marketplace to report usage to. A forged event could name an attacker's server.
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

/** Describes a refusal. AppDirect also returns 403 for a wrong signature. */
const describeRefusal: RefusalHint = (_, { status }) => {
  if (status === 401) return signatureCauses;
  return status === 403 ? `${signatureCauses}; otherwise, the product may lack the permission` : undefined;
};
