// Generated from aps.yaml. To change it, edit the document and generate again.

/** What the bus itself knows of a resource. */
export interface ApsMeta {
  /** The APS ID, a UUID. */
  id: string;
  /** APS type with its version, for example `http://parallels.com/aps/types/pa/account/1.2`. */
  type: string;
  /** State of provisioning. A type may add states in a namespace of its own, which count as ready. */
  status?:
    | "aps:proto"
    | "aps:provisioning"
    | "aps:ready"
    | "aps:activating"
    | "aps:configuring"
    | "aps:upgrading"
    | "aps:unprovisioning"
    | "aps:deleted"
    | (string & {});
  /** Grows by one with each update. */
  revision?: number;
  /** Last change, ISO 8601 UTC with seconds. */
  modified?: string;
  /** APS ID of the subscription that owns the resource. */
  subscription?: string;
}

/** A relation to another resource, or to a collection of them. */
export interface ApsLink {
  /** Where the relation leads. */
  aps: {
    /** APS ID of the linked resource. A link to a collection has none. */
    id?: string;
    /** Path of the linked resource or collection. */
    href?: string;
    /** Kind of the link. */
    link?: "weak" | "strong" | "collection" | (string & {});
  };
}

/** A resource of any type; its own properties stand beside `aps`. */
export interface ApsResource {
  aps: ApsMeta;
  [key: string]: unknown;
}

/** A resource to create. */
export interface NewApsResource {
  /** Which type to create, and under which ID. */
  aps: {
    /** APS type with its version. */
    type: string;
    /** APS ID of the new resource, a UUID of the caller's choice. Left out, the platform makes one. */
    id?: string;
  };
  [key: string]: unknown;
}

/** The properties to set. */
export interface ApsResourceChanges {
  [key: string]: unknown;
}

/** What the platform says when it refuses. A gateway in front of it may answer HTML instead. */
export interface ApsError {
  /** Class or short code of the error. */
  error?: string;
  /** What went wrong, for a person; may hold a nested error. */
  message?: string;
  /** APS package whose application failed. */
  packageId?: string;
  [key: string]: unknown;
}

/**
 * An account: a customer, a reseller, or the provider.
 * APS type `http://parallels.com/aps/types/pa/account/1.2`.
 */
export interface Account {
  aps: ApsMeta;
  /** Number of the account in the platform, assigned by it. 1 is the provider. */
  id?: number;
  /** Customer, reseller, provider, or the platform itself. */
  type?: "CLIENT" | "RESELLER" | "ADMIN" | "SYSTEM" | (string & {});
  /** Whether the account is a person's rather than a company's. */
  personal?: boolean;
  /** Name of the company. */
  companyName?: string;
  /** Whether the account is locked. */
  locked?: boolean;
  addressPostal?: Address;
  adminContact?: Contact;
  billingContact?: Contact;
  techContact?: Contact;
  /** The account above this one, for a customer its reseller. */
  parent?: ApsLink;
  /** The account's subscriptions. */
  subscriptions?: ApsLink;
  /** The account as the billing side keeps it. */
  bssAccountInfo?: ApsLink;
}

/** A postal address. */
export interface Address {
  /** Street and number. */
  streetAddress?: string;
  /** Floor, suite, and the like. */
  extendedAddress?: string;
  /** City. */
  locality?: string;
  /** State or province. */
  region?: string;
  /** Country in two lower-case letters, for example `us`. */
  countryName?: string;
  /** Postal code. */
  postalCode?: string;
}

/** Someone to write to or to call. */
export interface Contact {
  /** E-mail address. */
  email?: string;
  /** First name. */
  givenName?: string;
  /** Middle name. */
  middleName?: string;
  /** Last name. */
  familyName?: string;
  /** Organisation. */
  organizationName?: string;
  /** Telephone, sent as `1(888)1234567`, read back as `1#888#1234567`. */
  telVoice?: string;
  /** Fax. A number never set may read `####`. */
  telFax?: string;
  /** Language and country, for example `en_US`. */
  locale?: string;
}

/** A text in several languages, by locale. */
export interface LocalizedText {
  [key: string]: string;
}

/** How long something runs. */
export interface Period {
  /** Unit of the duration. */
  unit: "MONTHS" | "YEARS" | (string & {});
  /** How many units. */
  duration: number;
}

/**
 * A service plan: what an order subscribes an account to.
 * APS type `http://www.odin.com/billing/ServicePlan/1.1`.
 */
export interface ServicePlan {
  aps: ApsMeta;
  /** Number of the plan in the platform. An order names the plan by `aps.id` instead. */
  planId?: number;
  name?: LocalizedText;
  shortDescription?: LocalizedText;
  longDescription?: LocalizedText;
  /** Periods the plan may be ordered for. The members beside `period` are not documented. */
  subscriptionPeriods?: {
    period?: Period;
  }[];
  /** Resources whose amounts an order may set. The members beside `resourceId` are not documented. */
  resourceRates?: {
    /** APS ID of the resource. */
    resourceId?: string;
  }[];
}

/** What to order. `type` says which kind it is and so which fields it has. */
export type OrderRequest = SalesOrderRequest | ChangeOrderRequest | RenewalOrderRequest | CancellationOrderRequest;

/** Subscribes an account to one or more service plans. */
export interface SalesOrderRequest {
  /** A new subscription. */
  type: "SALES";
  /** APS ID of the customer or reseller who orders. */
  accountId: string;
  /** The plans to subscribe to. More than one since platform 7.4. */
  products: OrderedProduct[];
}

/** One service plan of a sales order. */
export interface OrderedProduct {
  /** APS ID of the service plan. */
  planId: string;
  period: Period;
  /** Amounts that differ from what the plan includes. */
  resources?: OrderedResource[];
}

/** How much of a resource. */
export interface OrderedResource {
  /** APS ID of the resource, from the plan's `resourceRates`. */
  resourceId: string;
  /** The new limit, in the resource's own unit: included and additional units together, and not a difference. */
  amount: number;
}

/** Changes the limits, the plan or the period of a subscription. */
export interface ChangeOrderRequest {
  /** A change of an existing subscription. */
  type: "CHANGE";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /** APS ID of the plan to switch to. */
  planId?: string;
  period?: Period;
  /** New limits. */
  resources?: OrderedResource[];
}

/** Renews a subscription. The spelling of `type` is not confirmed by the platform's reference. */
export interface RenewalOrderRequest {
  /** A renewal of an existing subscription. */
  type: "RENEWAL";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  period?: Period;
}

/** Cancels a subscription. The spelling of `type` is not confirmed by the platform's reference. */
export interface CancellationOrderRequest {
  /** The end of an existing subscription. */
  type: "CANCELLATION";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
}

/** The order manager's answer to a new order of any kind. */
export interface PlacedOrder {
  /** ID of the order, a UUID. `orders.get` takes it. */
  orderId: string;
}

/** An order as the order manager keeps it. Installations may add fields and statuses of their own. */
export interface Order {
  /** ID of the order. Some versions may call it `id`. */
  orderId?: string;
  /** ID of the order, where the platform does not call it `orderId`. */
  id?: string;
  /** Number for people, for example `SO000147`. */
  orderNumber?: string;
  /** Kind of the order. */
  type?: "SALES" | "CHANGE" | "RENEWAL" | "CANCELLATION" | (string & {});
  /**
   * Status code of the billing engine: NP no payment method, WP waits for payment, WZ waits for payment after
   * provisioning, LO long-running operation, PF provisioning failed, HL on hold, CP completed. The name of the
   * field is not confirmed, and installations add codes of their own.
   */
  status?: "NP" | "WP" | "WZ" | "LO" | "PF" | "HL" | "CP" | (string & {});
  /** `COMPLETED` at the end of success. Other values are not documented. */
  provisioningStatus?: "COMPLETED" | (string & {});
  /** When the order was placed, ISO 8601 UTC. */
  creationDate?: string;
  /** When it was provisioned, ISO 8601 UTC. */
  provisioningDate?: string;
}

/** Prices of an order. Only the form of an amount of money is documented; the rest follows observed answers. */
export interface OrderEstimate {
  total?: Money;
  /** The prices by product. */
  products?: {
    /** APS ID of the service plan. */
    planId?: string;
    period?: Period;
    /** The fees of the product. */
    fees?: Fee[];
  }[];
}

/** One fee of a price. */
export interface Fee {
  /** What is paid for. */
  name?: "setup" | "recurring" | (string & {});
  fee?: Money;
}

/** An amount of money. */
export interface Money {
  /** The amount as decimal text, so that nothing is lost to binary fractions. */
  value: string;
  /** Currency, ISO 4217. */
  code: string;
}
