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
  contract: 3,
  servers: [{ url: "https://{brand}", variables: { brand: { default: "cp.provider.example" } } }],
};

/**
 * REST API of the APS bus in CloudBlue Commerce (Odin Automation). An external billing or CRM system uses it to manage
 * accounts, users and subscriptions, to read service plans and prices, and to place orders.
 *
 * Everything on the bus is a resource with an APS type. One set of generic calls creates, reads, updates and deletes
 * resources; these calls need no Allowed Operation. Anything else that a type can do is a custom operation. Each
 * custom operation needs an Allowed Operation for the user whose key signs the call: the APS type without its version,
 * and the HTTP verb.
 *
 * Lists are filtered with RQL, which is the whole query string. Names, limits and responses follow the platform's
 * reference for versions 7.4 to 21.0. If the reference does not define something, this document leaves it open and
 * says so.
 */
export class ApsApi extends Api {
  /** The APS controller. */
  readonly controller: Controller = new Controller(this.core);
  /** APS resources of every type, as stored on the APS bus. */
  readonly resources: Resources = new Resources(this.core);
  /** Accounts: customers, resellers and the provider. */
  readonly accounts: Accounts = new Accounts(this.core);
  /** Users who sign in, and the operations that their keys may call. */
  readonly users: Users = new Users(this.core);
  /** Operations (OSS) side of subscriptions: provisions services and puts them on hold. */
  readonly subscriptions: Subscriptions = new Subscriptions(this.core);
  /** Billing (BSS) side of subscriptions: orders change, renew and cancel it. */
  readonly bssSubscriptions: BssSubscriptions = new BssSubscriptions(this.core);
  /** Service plans: the products to order, with their periods and rates. */
  readonly servicePlans: ServicePlans = new ServicePlans(this.core);
  /** Order manager: prices, places and tracks orders. */
  readonly orders: Orders = new Orders(this.core);
  /** Payment methods of accounts. */
  readonly paymentMethods: PaymentMethods = new PaymentMethods(this.core);
  /** Payments of accounts. */
  readonly payments: Payments = new Payments(this.core);
  /** Prices after discounts. */
  readonly discounts: Discounts = new Discounts(this.core);
  /** Type library: describes the properties, relations and operations of every APS type. */
  readonly types: Types = new Types(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, apsApi);
  }
}
