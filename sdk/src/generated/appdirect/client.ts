// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "../../runtime/index.js";
import { Events } from "./groups/events.js";

/** What the run-time needs to know of this client. */
export const appDirectApi: ApiDescriptor = {
  name: "AppDirect",
  contract: 1,
  servers: [{ url: "https://{marketplace}", variables: { marketplace: { default: "marketplace.appdirect.com" } } }],
};

/**
 * The vendor's side of AppDirect's integration events. A marketplace notifies the vendor with a signed call that
 * names an event; the vendor fetches the event with a signed call of its own, does what it asks for, and answers
 * with a result.
 */
export class AppDirectApi extends Api {
  /** Integration events of a marketplace. */
  readonly events: Events = new Events(this.core);

  /** @param core Options of a client of its own, or another client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, appDirectApi);
  }
}
