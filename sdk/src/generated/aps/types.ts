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
  /** APS ID of the subscription that owns the resource, where one does. */
  subscription?: string;
  /** Path of the type in the type library, such as `/aps/2/types/140`. Single reads have it. */
  schema?: string;
  /** The APS package that the resource comes from, where an application provides it. */
  package?: {
    /** ID of the package. */
    id?: string;
    /** Path of the package. */
    href?: string;
  };
  /** Not documented; some versions may send it. */
  owner?: unknown;
}

/** A relation to another resource, or to a collection of them. */
export interface ApsLink {
  /** Where the link leads. */
  aps: ApsLinkTarget;
}

/** A link as a list of links shows it. What it holds beside `aps` is not documented. */
export interface ApsLinkRecord {
  /** Where the link leads. */
  aps?: ApsLinkTarget;
  [key: string]: unknown;
}

/** Where a relation leads. */
export interface ApsLinkTarget {
  /** APS ID of the linked resource. A link to a collection has none. */
  id?: string;
  /** Path of the linked resource or collection. */
  href?: string;
  /** Kind of the link. */
  link?: "weak" | "strong" | "collection" | (string & {});
}

/** The resource that a link is to lead to. */
export interface LinkTarget {
  /** Names the resource. */
  aps: {
    /** APS ID of the resource. */
    id: string;
  };
}

/** A resource of any type; its own properties stand beside `aps`. */
export interface ApsResource {
  /** What the platform keeps of the resource: its id, type, status and revision. */
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

/** Resources to create in one transaction. */
export type NewApsResources = NewApsResource[];

/** Resources in the order in which they were sent. */
export type ApsResources = ApsResource[];

/** An event to be told of. */
export interface NewEventSubscription {
  /** The event. Applications may have more. */
  event:
    | "http://aps-standard.org/core/events/linked"
    | "http://aps-standard.org/core/events/unlinked"
    | "http://aps-standard.org/core/events/changed"
    | "http://aps-standard.org/core/events/removed"
    | "http://aps-standard.org/core/events/available"
    | (string & {});
  /** Whose events. Left out, those of the resource itself. */
  source?: {
    /** APS type of the sources. */
    type?: string;
    /** APS ID of the one source. */
    id?: string;
  };
  /** Relation whose events are meant. */
  relation?: string;
  /** Operation of the resource's application that is called. */
  handler: string;
}

/** An event that a resource is told of. */
export type EventSubscription = NewEventSubscription & {
  /** Assigned by the platform. */
  id?: string;
};

/** An operation without documented parameters. */
export interface NoParameters {
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
  /** Verb and internal URL of the call in which an application failed. */
  http_request?: string;
  /** Number of an error of an application. The name of the field is not confirmed. */
  code?: number;
  /** Class of an error of an application. The name of the field is not confirmed. */
  type?: string;
  [key: string]: unknown;
}

/** What the APS controller says of itself. */
export interface ControllerInfo {
  /** Versions of the bus by their number, such as `2.3`. Integrations use the address `/aps/2`. */
  versions?: {
    [key: string]: ControllerVersion;
  };
}

/** One version of the bus. */
export interface ControllerVersion {
  /** The full version. */
  version?: string;
  /** Path of this version. */
  href?: string;
  /** What it can do. */
  features?: {
    /** What may run asynchronously. */
    async?: {
      /** Whether custom operations may. */
      customOperation?: boolean;
    };
    /** The functions of RQL that lists understand. */
    rql?: string[];
  };
}

/** What can be set of an account. */
export interface AccountDetails {
  /** Customer, reseller, provider, or the platform itself. The platform takes `CLIENT` by default. */
  type?: "CLIENT" | "RESELLER" | "ADMIN" | "SYSTEM" | (string & {});
  /** Whether the account is a person's rather than a company's. */
  personal?: boolean;
  /** Name of the company. */
  companyName?: string;
  /** Postal address. */
  addressPostal?: Address;
  /** Whom the platform writes to about the account itself. */
  adminContact?: Contact;
  /** Whom it writes to about invoices and payments. */
  billingContact?: Contact;
  /** Whom it writes to about services. */
  techContact?: Contact;
}

/**
 * An account: a customer, a reseller, or the provider.
 * APS type `http://parallels.com/aps/types/pa/account/1.2`.
 */
export type Account = AccountDetails & {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the account in the platform, assigned by it. 1 is the provider. */
  id?: number;
  /** Whether the account is locked. */
  locked?: boolean;
  /** The account above this one, for a customer its reseller. */
  parent?: ApsLink;
  /** The accounts below this one. */
  accounts?: ApsLink;
  /** The account's subscriptions, their operations side. */
  subscriptions?: ApsLink;
  /** The account's users. */
  users?: ApsLink;
  /** The account's domains. */
  domains?: ApsLink;
  /** Service templates of the account. */
  templates?: ApsLink;
  /** Brands that the account sells under. */
  brands?: ApsLink;
  /** Who visitors that have not signed in act as. */
  publicActor?: ApsLink;
  /** The user who is the administrative contact. */
  adminContactUser?: ApsLink;
  /** The user who is the billing contact. */
  billingContactUser?: ApsLink;
  /** The user who is the technical contact. */
  techContactUser?: ApsLink;
  /** The account as the billing side keeps it, `accounts.getBssAccountInfo`. */
  bssAccountInfo?: ApsLink;
};

/** An account to create. */
export type NewAccount = AccountDetails & {
  /** The reseller above the account. A reseller must name itself here. */
  parent?: LinkTarget;
};

/** What can be set of an account's billing information. */
export interface BssAccountInfoDetails {
  /** Whether the account may order, and why not. */
  status?:
    | "ACTIVE"
    | "CANCELLED"
    | "VERIFICATION_REQUIRED"
    | "NOT_INITIALIZED"
    | "CANCELLED_NOT_INITIALIZED"
    | "CREDIT_HOLD"
    | "ADMINISTRATIVE_HOLD"
    | "CREDIT_ADMINISTRATIVE_HOLD"
    | "TRANSFERRED_OUT"
    | "ERASED"
    | (string & {});
  /** Whether another system keeps what the account owes. Some versions print the default as the text `false`. */
  externalARManagement?: boolean | string;
  /** Tax registration number. Absent for a caller who may not see it. */
  taxRegId?: string;
  /** Whether the number has been checked. */
  taxRegIdStatus?: "NOT_VERIFIED" | "VERIFIED" | (string & {});
  /** Tax zone. Its type is not confirmed. */
  taxZoneId?: unknown;
  /** How the account is taxed, such as `PROVIDER`. The values are not documented. */
  taxStatus?: string;
  /** Language and country of invoices, for example `en_US`. */
  localeId?: string;
}

/** An account as the billing side keeps it. APS type `http://parallels.com/pa/bss-account-info/1.0`. */
export type BssAccountInfo = BssAccountInfoDetails & {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the account, the same as its `id` on the operations side. Assigned. */
  accountId?: number;
  /** Currency that the account pays in, ISO 4217. Read-only. */
  accountCurrencyCode?: string;
  /** The account itself. Required from platform 21.0. */
  paAccount?: ApsLink;
  /** The class that the account belongs to. */
  customerClass?: ApsLink;
  /** The classes that the account, a reseller, has for its customers. */
  ownCustomerClasses?: ApsLink;
};

/** A class of customers. APS type `http://www.odin.com/billing/CustomerClass/1.0`. */
export interface CustomerClass {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the class. */
  classId?: number;
  /** Name of the class. */
  name?: string;
}

/** What can be set of a user. */
export interface UserDetails {
  /** What the user signs in with, often an e-mail address. Unique. */
  login?: string;
  /** Password. Sent only; it never comes back. */
  password?: string;
  /** E-mail address. */
  email?: string;
  /** First name. */
  givenName?: string;
  /** Last name. */
  familyName?: string;
  /** Whole name. */
  fullName?: string;
  /** Name as others see it. */
  displayName?: string;
  /** Language and country, for example `en_US`. */
  locale?: string;
  /** Telephone at work. */
  telWork?: string;
  /** Telephone, sent as `1(888)1234567`. */
  telVoice?: string;
  /** Fax. */
  telFax?: string;
  /** Postal address. */
  addressPostal?: Address;
  /** Number of the subscription that the user belongs to. */
  subscriptionId?: number;
  /** Numbers of the roles that the user has. Platform 8.2 and newer. */
  roles?: number[];
  /** Whether the user administers the account. */
  isAccountAdmin?: boolean;
  /** Whether the user has services, and whose. `NONE` by default. */
  servicesMode?: "NONE" | "PRIVATE" | "PUBLIC" | (string & {});
  /** What the services of the user refer to. Its meaning is not documented. */
  serviceReferrerId?: string;
}

/**
 * A user: an administrator of an account or a user of services.
 * APS types `http://parallels.com/aps/types/pa/admin-user/1.2` and `.../pa/service-user/1.2`.
 */
export type User = UserDetails & {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the user. Assigned. */
  userId?: number;
  /** Number of the user as a member of the account. Assigned. */
  memberId?: number;
  /** Whether the user is kept from signing in, `users.disable`. */
  disabled?: boolean;
  /** Whether wrong passwords have locked the user. */
  locked?: boolean;
  /** When the user was last invited, ISO 8601 UTC. */
  invitationDate?: string;
  /** The account that the user belongs to. */
  organization?: ApsLink;
};

/** A user to create. */
export type NewUser = UserDetails & {
  /** Which kind of user to create, and under which ID. */
  aps: {
    /**
     * `http://parallels.com/aps/types/pa/service-user/1.2` or
     * `http://parallels.com/aps/types/pa/admin-user/1.2`.
     */
    type: string;
    /** APS ID of the new user, a UUID of the caller's choice. */
    id?: string;
  };
  /** What the user signs in with. */
  login: string;
};

/** A sign-in. Its fields are not documented. */
export interface LoginRecord {
  [key: string]: unknown;
}

/** A kind of custom operation that a key may call. */
export interface AllowedOperation {
  /** APS type without its version, such as `http://www.odin.com/billing/order-management`. */
  apsType: string;
  /** HTTP verb of the operations. */
  method: "GET" | "POST" | "PUT" | "DELETE" | (string & {});
}

/** What to grant and what to take back. What is in neither list stays. */
export interface AllowedOperationChanges {
  /** To grant. */
  toAdd?: AllowedOperation[];
  /** To take back. */
  toRemove?: AllowedOperation[];
}

/**
 * A subscription as the operations side keeps it.
 * APS type `http://parallels.com/aps/types/pa/subscription/1.0`.
 */
export interface Subscription {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the subscription, the same on both sides. */
  subscriptionId?: number;
  /** Number of the service template that it was made from. */
  serviceTemplateId?: number;
  /** Name. */
  name?: string;
  /** Description. */
  description?: string;
  /** Whether it is a trial. */
  trial?: boolean;
  /** Whether its services are stopped. */
  disabled?: boolean;
  /** Whether it has ended. Platform 21.0 and newer. */
  isTerminated?: boolean;
  /** Whether it is not renewed. Platform 21.0 and newer. */
  oneTime?: boolean;
  /** What it was activated with. */
  activationStructure?: ActivationStructure;
  /** The account that it belongs to. */
  account?: ApsLink;
  /** Its websites. */
  websites?: ApsLink;
  /** Its services. */
  services?: ApsLink;
}

/** What a subscription was activated with. */
export interface ActivationStructure {
  /** APS ID of its domain. */
  domainApsId?: string;
  /** Limits of its resources. */
  subscriptionResourceLimits?: {
    /** Number of the resource on the operations side. */
    resourceId?: number;
    /** Limit, in the resource's own unit. */
    resourceLimit?: number;
  }[];
  /** Settings for its applications. */
  apsDefaults?: string[];
}

/** How far provisioning is. */
export interface ProvisioningState {
  /** State, such as `COMPLETED`. The values are not documented. */
  state?: string;
  /** What went wrong, for a person; empty where nothing did. */
  message?: string;
}

/**
 * A subscription as the billing side keeps it. APS type `http://www.odin.com/billing/Subscription/1.0`. It also
 * has dates and billing terms, whose names are not documented.
 */
export interface BssSubscription {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the subscription, the same on both sides. */
  subscriptionId?: number;
  /** Name. */
  name?: string;
  /** Period that it runs for. A change order that keeps the period sends it back as it came. */
  subscriptionPeriod?: SubscriptionPeriod;
  /** Whether it is a trial. */
  trial?: boolean;
  /** Billing status. */
  status?:
    | "NEW"
    | "ACTIVE"
    | "ADMINISTRATIVE_HOLD"
    | "CREDIT_HOLD"
    | "FULL_HOLD"
    | "GRACE"
    | "EXPIRED"
    | "TERMINATED"
    | (string & {});
  /** State of its services. More values exist and are not documented. */
  serviceStatus?: "NOT_EXIST" | "CREATING" | (string & {});
  /** The account that pays for it. */
  account?: ApsLink;
  /** That account as the billing side keeps it. */
  bssAccountInfo?: ApsLink;
  /** The account that sells it, a reseller or the provider. */
  vendor?: ApsLink;
  /** The service plan that it was ordered by. */
  servicePlan?: ApsLink;
  /** The subscription that it is an addition to. */
  parentSubscription?: ApsLink;
  /** Additions to it. */
  childSubscriptions?: ApsLink;
  /** Its operations side. */
  paSubscription?: ApsLink;
}

/**
 * A period as the platform tells it. Orders take it back as it came; the platform may have units that an order
 * does not.
 */
export interface SubscriptionPeriod {
  /** Unit of the duration. */
  unit: "MONTHS" | "YEARS" | (string & {});
  /** How many units. */
  duration: number;
}

/** Amounts of resources. */
export type SubscriptionResources = SubscriptionResource[];

/** How much of a resource a subscription has. */
export interface SubscriptionResource {
  /** APS ID of the billing resource. */
  resourceId?: string;
  /** Number of the billing resource. */
  id?: number;
  /** Name. That it is a plain text is not confirmed. */
  name?: string;
  /** Amount that the plan includes, in the resource's own unit. */
  included?: number;
  /** Amount that was ordered beyond that. */
  additional?: number;
}

/** Billing resources. */
export type BillingResources = BillingResource[];

/**
 * What a plan includes and an order sets an amount of, such as gigabytes.
 * APS type `http://www.odin.com/billing/Resource/1.3`.
 */
export interface BillingResource {
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the resource. */
  id?: number;
  /** Name by locale. */
  name?: LocalizedText;
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
  /** What the platform keeps of the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the plan in the platform. An order names the plan by `aps.id` instead. */
  planId?: number;
  /** Name by locale. */
  name?: LocalizedText;
  /** A few words by locale. */
  shortDescription?: LocalizedText;
  /** All there is to say, by locale. */
  longDescription?: LocalizedText;
  /** Where and since when the plan is on sale. Its fields are not documented. */
  publication?: {
    [key: string]: unknown;
  };
  /** When and how long the plan is billed. Its fields are not documented. */
  billingTerms?: {
    [key: string]: unknown;
  };
  /** Periods the plan may be ordered for. The members beside `period` are not documented. */
  subscriptionPeriods?: {
    /** The period, as an order names it. */
    period?: SubscriptionPeriod;
  }[];
  /** Resources whose amounts an order may set. The members beside `resourceId` are not documented. */
  resourceRates?: {
    /** APS ID of the billing resource, as an order names it. */
    resourceId?: string;
  }[];
  /** Rates that differ by period. Their fields are not documented. */
  subscriptionPeriodResourceRates?: {
    [key: string]: unknown;
  }[];
  /** The account that sells the plan. */
  vendor?: ApsLink;
  /** The service template that subscriptions are made from. */
  serviceTemplate?: ApsLink;
  /** Category of the plan. */
  category?: ApsLink;
  /** Terms of the service. */
  serviceTerms?: ApsLink;
  /** Billing resources of the plan, `servicePlans.listResources`. */
  resources?: ApsLink;
  /** The provider's plan that a reseller's plan is made from. */
  parentServicePlan?: ApsLink;
}

/** A plan and period that a subscription may be switched to. Further fields are not documented. */
export interface PlanPeriodSwitch {
  /** What it is switched to. */
  target?: {
    /** The plan. Whether by its number or its APS ID is not confirmed. */
    planId?: unknown;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** What to order. `type` says which kind it is and so which fields it has. */
export type OrderRequest = SalesOrderRequest | ChangeOrderRequest | RenewalOrderRequest | CancellationOrderRequest;

/**
 * Subscribes an account to one or more service plans. Since platform 7.4 an order may also name a payment method;
 * the name of that field is not confirmed, so it goes through `unchecked(...)`. Without it the platform takes the
 * account's default.
 */
export interface SalesOrderRequest {
  /** A new subscription. */
  type: "SALES";
  /** APS ID of the customer or reseller who orders. */
  accountId: string;
  /** The plans to subscribe to. More than one since platform 7.4. */
  products: OrderedProduct[];
  /** What the provider asks of the reseller. Platform 20.4 and newer; its fields are not documented. */
  providerCosts?: {
    [key: string]: unknown;
  };
}

/** One service plan of a sales order. */
export interface OrderedProduct {
  /** APS ID of the service plan. */
  planId: string;
  /** Period to subscribe for, one of the plan's `subscriptionPeriods`. */
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
  /**
   * The period to switch to. An order that keeps the period sends the current one, the subscription's
   * `subscriptionPeriod`.
   */
  period?: Period;
  /** New limits. Before platform 8.2 a change named differences, as `amountChange`; that is not offered here. */
  resources?: OrderedResource[];
}

/** Renews a subscription. The spelling of `type` is not confirmed by the platform's reference. */
export interface RenewalOrderRequest {
  /** A renewal of an existing subscription. */
  type: "RENEWAL";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /** Period to renew for. That a renewal may name one is not confirmed. */
  period?: Period;
  /** Limits from the renewal on. That a renewal may name them is not confirmed. */
  resources?: OrderedResource[];
}

/**
 * Cancels a subscription. The spelling of `type` is not confirmed by the platform's reference. A reason from
 * `orders.listReasonCodes` can be given since platform 8.2; the name of that field is not confirmed, so it goes
 * through `unchecked(...)`.
 */
export interface CancellationOrderRequest {
  /** The end of an existing subscription. */
  type: "CANCELLATION";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /**
   * Where the money for the unused time goes: a credit to the balance, or back to the card. Platform 8.2 and
   * newer; the values are not documented.
   */
  refundType?: string;
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
  /**
   * Number for people, for example `SO000147`. Its letters tell the kind: SO sales, CH change, RN renewal, CL
   * cancellation, CF cancellation charge, BO billing, PO payment.
   */
  orderNumber?: string;
  /** Kind of the order. The billing engine makes orders of further kinds itself. */
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

/**
 * Prices of an order. Only the form of an amount of money is documented; the rest follows observed answers, and
 * every further field is there as it came.
 */
export interface OrderEstimate {
  /** What the whole order costs. */
  total?: Money;
  /** The prices by product. */
  products?: EstimatedProduct[];
  [key: string]: unknown;
}

/** Prices of one product of an order. */
export interface EstimatedProduct {
  /** APS ID of the service plan. */
  planId?: string;
  /** Period that the prices are for. */
  period?: SubscriptionPeriod;
  /** The fees of the product. */
  fees?: Fee[];
  [key: string]: unknown;
}

/** Terms that an order is placed under. Their fields are not documented. */
export interface TermCondition {
  [key: string]: unknown;
}

/** A reason that a cancellation may give. Its fields are not documented. */
export interface ReasonCode {
  [key: string]: unknown;
}

/** The rule for correction reasons. Its fields are not documented. */
export interface CorrectionReasonValidationPatternInfo {
  [key: string]: unknown;
}

/** The rule for correction reasons, in one language. Its fields are not documented. */
export interface CorrectionReasonValidationInfo {
  [key: string]: unknown;
}

/** A rule for correction reasons to set. Its fields are not documented. */
export interface CorrectionReasonValidationRequest {
  [key: string]: unknown;
}

/** What an account pays with. */
export interface PaymentMethod {
  /** Number of the payment method. Assigned. */
  id?: number;
  /** Number of the payment system that carries it out. */
  paymentSystemId?: string;
  /** Name of that payment system. */
  paymentSystem?: string;
  /** APS ID of the account that pays. */
  ownerAccountId?: string;
  /** Number of the card or account, hidden but for its end. */
  number?: string;
  /** Name for people. Read-only. */
  name?: string;
  /** Kind of the method. */
  type?: "CREDIT_CARD" | "BANK_ACCOUNT" | "EXTERNAL" | "MANUAL" | "ALBANY_BACS" | "CUSTOM" | "MODAL" | (string & {});
  /** Whether the method is the account's own. */
  perCustomer: boolean;
  /** Whether it can be paid with, and why not. */
  status:
    | "ACTIVE"
    | "NOT_INSTANTIATED"
    | "EXPIRED"
    | "SUSPENDED"
    | "PENDING"
    | "FAILED"
    | "CANCELLED"
    | "DISABLED"
    | (string & {});
  /** Whether the method has been approved, where that is asked for. */
  ratified: "YES" | "NO" | "NOT_REQUIRED" | (string & {});
  /** Whether orders are paid with it unless they say otherwise. */
  defaultMethod: boolean;
}

/** Who carries payments out. Its fields are not documented. */
export interface PaymentSystem {
  [key: string]: unknown;
}

/** A payment. Its fields are not documented. */
export interface Payment {
  [key: string]: unknown;
}

/** A service plan whose prices are asked for. */
export interface PlanAskedFor {
  /** APS ID of the service plan. */
  planId: string;
  /** Periods whose prices are asked for. Left out, all of the plan's. */
  periods?: Period[];
}

/** Prices of a service plan. */
export interface PlanDeals {
  /** APS ID of the service plan. */
  planId?: string;
  /** The prices by period. */
  periodDeals?: PeriodDeal[];
}

/** Prices of a service plan for one period. */
export interface PeriodDeal {
  /** The period. */
  period?: SubscriptionPeriod;
  /** Prices of one unit of each resource. */
  resources?: ResourceDeal[];
  /** Fees of the plan itself, discounts taken off. */
  effectiveFees?: Fee[];
}

/** Prices of one unit of a resource. */
export interface ResourceDeal {
  /** APS ID of the billing resource. */
  resourceId?: string;
  /** Its fees, discounts taken off. */
  effectiveFees?: Fee[];
}

/** The discount on a resource. */
export interface ResourceDiscount {
  /** The discount. Whether a number or a text is not confirmed. */
  discountId?: number | string;
  /** What is taken off, in per cent. Whether a number or a text is not confirmed. */
  discountPercent?: string | number;
}

/**
 * An APS type as it describes itself. `properties`, `operations`, `structures` and `relations` come with a single
 * type and where `types.getByTypeId` asked for it.
 */
export interface TypeDescriptor {
  /** Where the type stands in the library. */
  aps?: {
    /** Number of the type in this platform's library. */
    id?: string;
    /** Path of the type. */
    href?: string;
  };
  /** ID of the type, with its version. */
  id?: string;
  /** Version of APS that the type is written in. */
  apsVersion?: string;
  /** Name of the type. */
  name?: string;
  /** IDs of the types that it derives from. */
  implements?: string[];
  /** Its properties by name. */
  properties?: {
    [key: string]: unknown;
  };
  /** Its custom operations by name. */
  operations?: {
    [key: string]: OperationDescriptor;
  };
  /** Structures that its properties and operations use, by name. */
  structures?: {
    [key: string]: unknown;
  };
  /** Its relations by name. */
  relations?: {
    [key: string]: unknown;
  };
}

/** APS types. */
export type TypeDescriptors = TypeDescriptor[];

/** A custom operation, as its type describes it. `resources.call` carries it out. */
export interface OperationDescriptor {
  /** Path below the resource, such as `/orders/{orderId}`. */
  path?: string;
  /** HTTP verb. */
  verb?: string;
  /** What it answers, `type` and `items`. */
  response?: {
    [key: string]: unknown;
  };
  /** What it answers when it fails: always `object`, so errors are never typed. */
  errorResponse?: {
    [key: string]: unknown;
  };
  /** Its parameters by name: `kind` is `path`, `query` or `body`, beside `type` and `required`. */
  parameters?: {
    [key: string]: unknown;
  };
  /** Who may call it. */
  access?: {
    [key: string]: unknown;
  };
}

/** One fee of a price. */
export interface Fee {
  /** What is paid for. */
  name?: "setup" | "recurring" | (string & {});
  /** How much it is. */
  fee?: Money;
}

/** An amount of money. */
export interface Money {
  /** The amount as decimal text, so that nothing is lost to binary fractions. */
  value: string;
  /** Currency, ISO 4217. */
  code: string;
}
