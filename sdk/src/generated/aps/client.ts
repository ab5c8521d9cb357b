// Generated from aps.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "../../runtime/index.js";
import { Accounts } from "./groups/accounts.js";
import { BssSubscriptions } from "./groups/bss-subscriptions.js";
import { Controller } from "./groups/controller.js";
import { Discounts } from "./groups/discounts.js";
import { Orders } from "./groups/orders.js";
import { PaymentMethods } from "./groups/payment-methods.js";
import { Payments } from "./groups/payments.js";
import { Resources } from "./groups/resources.js";
import { ServicePlans } from "./groups/service-plans.js";
import { Subscriptions } from "./groups/subscriptions.js";
import { Types } from "./groups/types.js";
import { Users } from "./groups/users.js";

/** Descriptor of this client for the runtime. */
export const apsApi: ApiDescriptor = {
  name: "Aps",
  contract: 2,
  servers: [{ url: "https://{brand}", variables: { brand: { default: "cp.provider.example" } } }],
};

/**
 * The APS bus of CloudBlue Commerce (Odin Automation): the REST interface through which an external billing or CRM
 * system keeps accounts, users and subscriptions, reads service plans and prices, and places orders.
 *
 * Everything on the bus is a resource of some APS type, read and changed through one set of generic calls. What a type
 * can do beyond that is a custom operation of its resources, and each of those needs an Allowed Operation of the user
 * whose key signs the call: the APS type without its version, and the HTTP verb. Reading, creating, updating and
 * deleting resources need none.
 *
 * Lists are filtered by RQL, which is the whole query string. Names, limits and answers follow the platform's own
 * reference for versions 7.4 to 21.0; what that reference leaves open stays open here and says so.
 */
export class ApsApi extends Api {
  /** The APS controller itself. */
  readonly controller: Controller = new Controller(this.core);
  /** APS resources of every type, as the APS bus keeps them. */
  readonly resources: Resources = new Resources(this.core);
  /** Customers, resellers and the provider itself. */
  readonly accounts: Accounts = new Accounts(this.core);
  /** People who sign in, and what their keys may do on the bus. */
  readonly users: Users = new Users(this.core);
  /** The operations (OSS) side of subscriptions, which provisions services and puts them on hold. */
  readonly subscriptions: Subscriptions = new Subscriptions(this.core);
  /** The billing (BSS) side of subscriptions, which orders change, renew and cancel. */
  readonly bssSubscriptions: BssSubscriptions = new BssSubscriptions(this.core);
  /** What can be ordered, for which periods and at which rates. */
  readonly servicePlans: ServicePlans = new ServicePlans(this.core);
  /** The order manager, which prices, places and tracks orders. */
  readonly orders: Orders = new Orders(this.core);
  /** What accounts pay with. */
  readonly paymentMethods: PaymentMethods = new PaymentMethods(this.core);
  /** Payments of accounts. */
  readonly payments: Payments = new Payments(this.core);
  /** Prices after discounts. */
  readonly discounts: Discounts = new Discounts(this.core);
  /** The type library, which describes the properties, relations and operations of every APS type. */
  readonly types: Types = new Types(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, apsApi);
  }
}
