// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "../../runtime/index.js";
import { Domains } from "./groups/domains.js";
import { Events } from "./groups/events.js";
import { Saml } from "./groups/saml.js";
import { Usage } from "./groups/usage.js";
import { UserSync } from "./groups/user-sync.js";

/** Descriptor of this client for the runtime. */
export const appDirectApi: ApiDescriptor = {
  name: "AppDirect",
  contract: 3,
  servers: [{ url: "https://{marketplace}", variables: { marketplace: { default: "marketplace.appdirect.com" } } }],
  security: [{ type: "oauth2" }],
};

/**
 * Vendor-side API of AppDirect: the calls that an ISV with a product in AppDirect marketplaces receives and sends.
 *
 * A marketplace notifies the vendor with a signed GET that contains an event URL. The vendor verifies the
 * notification, fetches the event with a signed call, does the work, and returns a result: in the response to the
 * notification, or later with `events.sendResult`. Besides events, the vendor reports metered usage and synchronizes
 * user assignments.
 *
 * Names and limits follow AppDirect's documentation and its Java SDK. Anything that neither of them defines is left
 * open and marked "unconfirmed".
 */
export class AppDirectApi extends Api {
  /** Integration events of a marketplace, and the vendor's results for them. */
  readonly events: Events = new Events(this.core);
  /** Metered usage that the marketplace bills to the customer. */
  readonly usage: Usage = new Usage(this.core);
  /** User assignments that the vendor made or ended, reported to the marketplace. */
  readonly userSync: UserSync = new UserSync(this.core);
  /** SAML identity provider of a subscription, for products that sign users in with SAML. */
  readonly saml: Saml = new Saml(this.core);
  /** Outcome of the verification of a customer's domain. */
  readonly domains: Domains = new Domains(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, appDirectApi);
  }
}
