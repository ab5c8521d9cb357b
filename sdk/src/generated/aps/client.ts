// Generated from aps.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "../../runtime/index.js";
import { Accounts } from "./groups/accounts.js";
import { Orders } from "./groups/orders.js";
import { Resources } from "./groups/resources.js";
import { ServicePlans } from "./groups/service-plans.js";

/** What the run-time needs to know of this client. */
export const apsApi: ApiDescriptor = {
  name: "Aps",
  contract: 1,
  servers: [{ url: "https://{brand}", variables: { brand: { default: "cp.provider.example" } } }],
};

/**
 * The APS bus of CloudBlue Commerce (Odin Automation): the REST interface through which an external billing or CRM
 * system reads accounts and service plans and places orders.
 *
 * Lists are filtered by RQL, which is the whole query string. Names, limits and answers follow the platform's own
 * reference for versions 7.4 to 21.0; what that reference leaves open stays open here and says so.
 */
export class ApsApi extends Api {
  /** APS resources of every type, as the APS bus keeps them. */
  readonly resources: Resources = new Resources(this.core);
  /** Customers, resellers and the provider itself. */
  readonly accounts: Accounts = new Accounts(this.core);
  /** What can be ordered, for which periods and at which rates. */
  readonly servicePlans: ServicePlans = new ServicePlans(this.core);
  /** The order manager, which prices, places and tracks orders. */
  readonly orders: Orders = new Orders(this.core);

  /** @param core Options of a client of its own, or another client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, apsApi);
  }
}
