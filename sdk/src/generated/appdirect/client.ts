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
  contract: 2,
  servers: [{ url: "https://{marketplace}", variables: { marketplace: { default: "marketplace.appdirect.com" } } }],
  security: [{ type: "oauth2" }],
};

/**
 * The vendor's side of AppDirect: what an ISV whose product is sold in marketplaces receives and calls.
 *
 * A marketplace notifies the vendor with a signed GET that names an event. The vendor verifies it, fetches the event
 * with a signed call of its own, does what it asks for, and answers with a result: in the answer to the notification,
 * or later with `events.sendResult`. Beside events, the vendor reports metered usage and keeps user assignments in
 * step.
 *
 * Names and limits follow AppDirect's documentation and its Java SDK. What neither of them settles stays open here
 * and says "unconfirmed".
 */
export class AppDirectApi extends Api {
  /** Integration events of a marketplace, and the vendor's results for them. */
  readonly events: Events = new Events(this.core);
  /** Metered usage, which the marketplace bills to the customer. */
  readonly usage: Usage = new Usage(this.core);
  /** Assignments that were made or ended at the vendor, told to the marketplace. */
  readonly userSync: UserSync = new UserSync(this.core);
  /** SAML identity provider of a subscription, for products that sign their users in by it. */
  readonly saml: Saml = new Saml(this.core);
  /** What became of the verification of a customer's domain. */
  readonly domains: Domains = new Domains(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, appDirectApi);
  }
}
