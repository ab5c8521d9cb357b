// Generated from aps.yaml. To change it, edit the document and generate again.

/** Metadata that the bus stores for each resource. */
export interface ApsMeta {
  /** APS ID, a UUID. */
  id: string;
  /** APS type with its version, for example `http://parallels.com/aps/types/pa/account/1.2`. */
  type: string;
  /** Provisioning status. A type may add statuses in its own namespace; these count as ready. */
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
  /** Revision number. Increases by one with each update. */
  revision?: number;
  /** Time of the last change, ISO 8601 UTC with seconds. */
  modified?: string;
  /** APS ID of the subscription that owns the resource, if any. */
  subscription?: string;
  /** Path of the type in the type library, such as `/aps/2/types/140`. Included when you read a single resource. */
  schema?: string;
  /** APS package of the application that provides the resource, if any. */
  package?: {
    /** ID of the package. */
    id?: string;
    /** Path of the package. */
    href?: string;
  };
  /** Owner of the resource. Not documented; some versions may send it. */
  owner?: unknown;
}

/** Relation to another resource or to a collection of resources. */
export interface ApsLink {
  /** Target of the link. */
  aps: ApsLinkTarget;
}

/** Link as it appears in a list of links. Members other than `aps` are not documented. */
export interface ApsLinkRecord {
  /** Target of the link. */
  aps?: ApsLinkTarget;
  [key: string]: unknown;
}

/** Target of a relation. */
export interface ApsLinkTarget {
  /** APS ID of the linked resource. Absent if the link leads to a collection. */
  id?: string;
  /** Path of the linked resource or collection. */
  href?: string;
  /** Kind of the link. */
  link?: "weak" | "strong" | "collection" | (string & {});
}

/** Resource to link to. */
export interface LinkTarget {
  /** Reference to the resource. */
  aps: {
    /** APS ID of the resource. */
    id: string;
  };
}

/** Resource of any type. Its own properties are next to `aps`. */
export interface ApsResource {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  [key: string]: unknown;
}

/** Resource to create. */
export interface NewApsResource {
  /** Type and, optionally, ID of the new resource. */
  aps: {
    /** APS type with its version. */
    type: string;
    /** APS ID of the new resource, a UUID of your choice. By default, the platform assigns one. */
    id?: string;
  };
  [key: string]: unknown;
}

/** Resources to create in one transaction. */
export type NewApsResources = NewApsResource[];

/** Resources in the order of the request. */
export type ApsResources = ApsResource[];

/** Event to subscribe to. */
export interface NewEventSubscription {
  /** Name of the event. Applications may define more. */
  event:
    | "http://aps-standard.org/core/events/linked"
    | "http://aps-standard.org/core/events/unlinked"
    | "http://aps-standard.org/core/events/changed"
    | "http://aps-standard.org/core/events/removed"
    | "http://aps-standard.org/core/events/available"
    | (string & {});
  /** Source of the events. The default is the resource itself. */
  source?: {
    /** APS type of the sources. */
    type?: string;
    /** APS ID of a single source. */
    id?: string;
  };
  /** Relation whose events to receive. */
  relation?: string;
  /** Operation of the resource's application that the platform calls. */
  handler: string;
}

/** Event subscription of a resource. */
export type EventSubscription = NewEventSubscription & {
  /** ID of the event subscription, assigned by the platform. */
  id?: string;
};

/** Body of an operation without documented parameters. */
export interface NoParameters {
  [key: string]: unknown;
}

/** Properties to set. */
export interface ApsResourceChanges {
  [key: string]: unknown;
}

/** Error response of the platform. A gateway in front of it may respond with HTML instead. */
export interface ApsError {
  /** Class or short code of the error. */
  error?: string;
  /** Error message for people. May contain a nested error. */
  message?: string;
  /** APS package of the application that failed. */
  packageId?: string;
  /** Verb and internal URL of the call that failed in an application. */
  http_request?: string;
  /** Error number from an application. The name of the field is not confirmed. */
  code?: number;
  /** Error class from an application. The name of the field is not confirmed. */
  type?: string;
  [key: string]: unknown;
}

/** Description of the APS controller. */
export interface ControllerInfo {
  /** Versions of the bus by number, such as `2.3`. Integrations use the address `/aps/2`. */
  versions?: {
    [key: string]: ControllerVersion;
  };
}

/** One version of the bus. */
export interface ControllerVersion {
  /** Full version number. */
  version?: string;
  /** Path of this version. */
  href?: string;
  /** Features of this version. */
  features?: {
    /** Features that may run asynchronously. */
    async?: {
      /** True if custom operations may run asynchronously. */
      customOperation?: boolean;
    };
    /** RQL functions that lists support. */
    rql?: string[];
  };
}

/** Writable properties of an account. */
export interface AccountDetails {
  /** Customer, reseller, provider, or the platform itself. The default is `CLIENT`. */
  type?: "CLIENT" | "RESELLER" | "ADMIN" | "SYSTEM" | (string & {});
  /** True if the account belongs to a person, not a company. */
  personal?: boolean;
  /** Name of the company. */
  companyName?: string;
  /** Postal address. */
  addressPostal?: Address;
  /** Contact for messages about the account itself. */
  adminContact?: Contact;
  /** Contact for invoices and payments. */
  billingContact?: Contact;
  /** Contact for messages about services. */
  techContact?: Contact;
}

/** Account: a customer, a reseller, or the provider. APS type `http://parallels.com/aps/types/pa/account/1.2`. */
export type Account = AccountDetails & {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Account number, assigned by the platform. 1 is the provider. */
  id?: number;
  /** True if the account is locked. */
  locked?: boolean;
  /** Parent account. For a customer, its reseller. */
  parent?: ApsLink;
  /** Accounts below this one. */
  accounts?: ApsLink;
  /** Subscriptions of the account (operations side). */
  subscriptions?: ApsLink;
  /** Users of the account. */
  users?: ApsLink;
  /** Domains of the account. */
  domains?: ApsLink;
  /** Service templates of the account. */
  templates?: ApsLink;
  /** Brands of the account. */
  brands?: ApsLink;
  /** Actor for visitors who have not signed in. */
  publicActor?: ApsLink;
  /** User who is the administrative contact. */
  adminContactUser?: ApsLink;
  /** User who is the billing contact. */
  billingContactUser?: ApsLink;
  /** User who is the technical contact. */
  techContactUser?: ApsLink;
  /** Billing information of the account: `accounts.getBssAccountInfo`. */
  bssAccountInfo?: ApsLink;
};

/** Account to create. */
export type NewAccount = AccountDetails & {
  /** Reseller above the account. A reseller must set itself here. */
  parent?: LinkTarget;
};

/** Writable properties of an account's billing information. */
export interface BssAccountInfoDetails {
  /** Billing status: allows the account to order, or says why it may not. */
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
  /**
   * True if another system manages accounts receivable. Some versions return the default as the string
   * `"false"`.
   */
  externalARManagement?: boolean | string;
  /** Tax registration number. Absent if the caller may not see it. */
  taxRegId?: string;
  /** Verification status of the tax registration number. */
  taxRegIdStatus?: "NOT_VERIFIED" | "VERIFIED" | (string & {});
  /** Tax zone. The type of this field is not confirmed. */
  taxZoneId?: unknown;
  /** Tax status of the account, such as `PROVIDER`. The values are not documented. */
  taxStatus?: string;
  /** Locale of invoices, for example `en_US`. */
  localeId?: string;
}

/** Billing information of an account. APS type `http://parallels.com/pa/bss-account-info/1.0`. */
export type BssAccountInfo = BssAccountInfoDetails & {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Account number, the same as `id` on the operations side. Assigned by the platform. */
  accountId?: number;
  /** Currency of the account, ISO 4217. Read-only. */
  accountCurrencyCode?: string;
  /** Account that the billing information belongs to. Required from platform 21.0. */
  paAccount?: ApsLink;
  /** Customer class of the account. */
  customerClass?: ApsLink;
  /** Customer classes that a reseller account defines for its customers. */
  ownCustomerClasses?: ApsLink;
};

/** Class of customers. APS type `http://www.odin.com/billing/CustomerClass/1.0`. */
export interface CustomerClass {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Number of the class. */
  classId?: number;
  /** Name of the class. */
  name?: string;
}

/** Writable properties of a user. */
export interface UserDetails {
  /** Sign-in name, often an e-mail address. Unique. */
  login?: string;
  /** Password. Write-only: the platform never returns it. */
  password?: string;
  /** E-mail address. */
  email?: string;
  /** First name. */
  givenName?: string;
  /** Last name. */
  familyName?: string;
  /** Full name. */
  fullName?: string;
  /** Display name. */
  displayName?: string;
  /** Locale, for example `en_US`. */
  locale?: string;
  /** Work telephone number. */
  telWork?: string;
  /** Telephone number, sent as `1(888)1234567`. */
  telVoice?: string;
  /** Fax number. */
  telFax?: string;
  /** Postal address. */
  addressPostal?: Address;
  /** Number of the subscription that the user belongs to. */
  subscriptionId?: number;
  /** Numbers of the user's roles. Platform 8.2 and newer. */
  roles?: number[];
  /** True if the user administers the account. */
  isAccountAdmin?: boolean;
  /** Kind of services that the user has. The default is `NONE`. */
  servicesMode?: "NONE" | "PRIVATE" | "PUBLIC" | (string & {});
  /** Reference of the user's services. Its meaning is not documented. */
  serviceReferrerId?: string;
}

/**
 * User: an account administrator or a service user. APS types `http://parallels.com/aps/types/pa/admin-user/1.2`
 * and `.../pa/service-user/1.2`.
 */
export type User = UserDetails & {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** User number, assigned by the platform. */
  userId?: number;
  /** Member number of the user in the account, assigned by the platform. */
  memberId?: number;
  /** True if the user may not sign in, as set by `users.disable`. */
  disabled?: boolean;
  /** True if wrong passwords locked the user. */
  locked?: boolean;
  /** Time of the last invitation, ISO 8601 UTC. */
  invitationDate?: string;
  /** Account that the user belongs to. */
  organization?: ApsLink;
};

/** User to create. */
export type NewUser = UserDetails & {
  /** Kind of user and, optionally, ID of the new user. */
  aps: {
    /**
     * `http://parallels.com/aps/types/pa/service-user/1.2` or
     * `http://parallels.com/aps/types/pa/admin-user/1.2`.
     */
    type: string;
    /** APS ID of the new user, a UUID of your choice. */
    id?: string;
  };
  /** Sign-in name. */
  login: string;
};

/** One sign-in. Its fields are not documented. */
export interface LoginRecord {
  [key: string]: unknown;
}

/** Custom operations that a key may call. */
export interface AllowedOperation {
  /** APS type without its version, such as `http://www.odin.com/billing/order-management`. */
  apsType: string;
  /** HTTP verb of the operations. */
  method: "GET" | "POST" | "PUT" | "DELETE" | (string & {});
}

/** Operations to grant and to revoke. Operations in neither list stay as they are. */
export interface AllowedOperationChanges {
  /** Operations to grant. */
  toAdd?: AllowedOperation[];
  /** Operations to revoke. */
  toRemove?: AllowedOperation[];
}

/** Operations side of a subscription. APS type `http://parallels.com/aps/types/pa/subscription/1.0`. */
export interface Subscription {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Subscription number, the same on both sides. */
  subscriptionId?: number;
  /** Number of the service template that the subscription was created from. */
  serviceTemplateId?: number;
  /** Name of the subscription. */
  name?: string;
  /** Description of the subscription. */
  description?: string;
  /** True if the subscription is a trial. */
  trial?: boolean;
  /** True if the services are stopped. */
  disabled?: boolean;
  /** True if the subscription has ended. Platform 21.0 and newer. */
  isTerminated?: boolean;
  /** True if the subscription does not renew. Platform 21.0 and newer. */
  oneTime?: boolean;
  /** Settings that the subscription was activated with. */
  activationStructure?: ActivationStructure;
  /** Account that owns the subscription. */
  account?: ApsLink;
  /** Websites of the subscription. */
  websites?: ApsLink;
  /** Services of the subscription. */
  services?: ApsLink;
}

/** Settings that a subscription was activated with. */
export interface ActivationStructure {
  /** APS ID of the domain. */
  domainApsId?: string;
  /** Resource limits. */
  subscriptionResourceLimits?: {
    /** Number of the resource on the operations side. */
    resourceId?: number;
    /** Limit, in the unit of the resource. */
    resourceLimit?: number;
  }[];
  /** Application settings. */
  apsDefaults?: string[];
}

/** Provisioning state of a subscription. */
export interface ProvisioningState {
  /** State, such as `COMPLETED`. The values are not documented. */
  state?: string;
  /** Error message for people. Empty if nothing failed. */
  message?: string;
}

/**
 * Billing side of a subscription. APS type `http://www.odin.com/billing/Subscription/1.0`. It also has dates and
 * billing terms, whose names are not documented.
 */
export interface BssSubscription {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Subscription number, the same on both sides. */
  subscriptionId?: number;
  /** Name of the subscription. */
  name?: string;
  /** Current period. A change order that keeps the period sends this value back unchanged. */
  subscriptionPeriod?: SubscriptionPeriod;
  /** True if the subscription is a trial. */
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
  /** State of the services. More values exist but are not documented. */
  serviceStatus?: "NOT_EXIST" | "CREATING" | (string & {});
  /** Account that pays for the subscription. */
  account?: ApsLink;
  /** Billing information of that account. */
  bssAccountInfo?: ApsLink;
  /** Account that sells the subscription, a reseller or the provider. */
  vendor?: ApsLink;
  /** Service plan of the subscription. */
  servicePlan?: ApsLink;
  /** Parent subscription, if this one is an add-on. */
  parentSubscription?: ApsLink;
  /** Add-on subscriptions of this one. */
  childSubscriptions?: ApsLink;
  /** Operations side of the subscription. */
  paSubscription?: ApsLink;
}

/**
 * Period as returned by the platform. Send it back in orders unchanged: the platform may have units that orders do
 * not.
 */
export interface SubscriptionPeriod {
  /** Unit of the duration. */
  unit: "MONTHS" | "YEARS" | (string & {});
  /** Number of units. */
  duration: number;
}

/** Resource amounts. */
export type SubscriptionResources = SubscriptionResource[];

/** Amount of one resource in a subscription. */
export interface SubscriptionResource {
  /** APS ID of the billing resource. */
  resourceId?: string;
  /** Number of the billing resource. */
  id?: number;
  /** Name of the resource. It is not confirmed that this is a plain string. */
  name?: string;
  /** Amount included in the plan, in the unit of the resource. */
  included?: number;
  /** Amount ordered in addition. */
  additional?: number;
}

/** Billing resources. */
export type BillingResources = BillingResource[];

/**
 * Resource that a plan includes and that an order sets an amount for, such as gigabytes. APS type
 * `http://www.odin.com/billing/Resource/1.3`.
 */
export interface BillingResource {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Resource number. */
  id?: number;
  /** Name by locale. */
  name?: LocalizedText;
}

/** Postal address. */
export interface Address {
  /** Street and number. */
  streetAddress?: string;
  /** Floor, suite and similar. */
  extendedAddress?: string;
  /** City. */
  locality?: string;
  /** State or province. */
  region?: string;
  /** Country code of two lower-case letters, for example `us`. */
  countryName?: string;
  /** Postal code. */
  postalCode?: string;
}

/** Contact person. */
export interface Contact {
  /** E-mail address. */
  email?: string;
  /** First name. */
  givenName?: string;
  /** Middle name. */
  middleName?: string;
  /** Last name. */
  familyName?: string;
  /** Name of the organisation. */
  organizationName?: string;
  /** Telephone number, sent as `1(888)1234567` and returned as `1#888#1234567`. */
  telVoice?: string;
  /** Fax number. An unset number may be returned as `####`. */
  telFax?: string;
  /** Locale, for example `en_US`. */
  locale?: string;
}

/** Text in several languages, by locale. */
export interface LocalizedText {
  [key: string]: string;
}

/** Length of a period. */
export interface Period {
  /** Unit of the duration. */
  unit: "MONTHS" | "YEARS" | (string & {});
  /** Number of units. */
  duration: number;
}

/** Service plan: an order subscribes an account to it. APS type `http://www.odin.com/billing/ServicePlan/1.1`. */
export interface ServicePlan {
  /** Metadata that the platform stores for the resource: its id, type, status and revision. */
  aps: ApsMeta;
  /** Plan number on the platform. Orders identify the plan by `aps.id` instead. */
  planId?: number;
  /** Name by locale. */
  name?: LocalizedText;
  /** Short description by locale. */
  shortDescription?: LocalizedText;
  /** Long description by locale. */
  longDescription?: LocalizedText;
  /** Publication of the plan: where and since when it is on sale. Its fields are not documented. */
  publication?: {
    [key: string]: unknown;
  };
  /** Billing terms of the plan. Its fields are not documented. */
  billingTerms?: {
    [key: string]: unknown;
  };
  /** Periods that the plan can be ordered for. Members other than `period` are not documented. */
  subscriptionPeriods?: {
    /** Period, in the form that an order takes. */
    period?: SubscriptionPeriod;
  }[];
  /** Resources whose amounts an order may set. Members other than `resourceId` are not documented. */
  resourceRates?: {
    /** APS ID of the billing resource, in the form that an order takes. */
    resourceId?: string;
  }[];
  /** Rates that differ by period. Their fields are not documented. */
  subscriptionPeriodResourceRates?: {
    [key: string]: unknown;
  }[];
  /** Account that sells the plan. */
  vendor?: ApsLink;
  /** Service template that subscriptions are created from. */
  serviceTemplate?: ApsLink;
  /** Category of the plan. */
  category?: ApsLink;
  /** Terms of the service. */
  serviceTerms?: ApsLink;
  /** Billing resources of the plan: `servicePlans.listResources`. */
  resources?: ApsLink;
  /** Provider's plan that a reseller's plan is based on. */
  parentServicePlan?: ApsLink;
}

/** Plan and period that a subscription can switch to. Further fields are not documented. */
export interface PlanPeriodSwitch {
  /** Target of the switch. */
  target?: {
    /** Plan. It is not confirmed whether this is its number or its APS ID. */
    planId?: unknown;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** Order to place. `type` decides which fields it has. */
export type OrderRequest = SalesOrderRequest | ChangeOrderRequest | RenewalOrderRequest | CancellationOrderRequest;

/**
 * Order that subscribes an account to one or more service plans. Since platform 7.4, an order may also name a
 * payment method. The name of that field is not confirmed, so send it with `unchecked(...)`. The default is the
 * account's default payment method.
 */
export interface SalesOrderRequest {
  /** Kind of the order: a new subscription. */
  type: "SALES";
  /** APS ID of the customer or reseller who orders. */
  accountId: string;
  /** Plans to subscribe to. More than one since platform 7.4. */
  products: OrderedProduct[];
  /** Provider's cost to the reseller. Platform 20.4 and newer; its fields are not documented. */
  providerCosts?: {
    [key: string]: unknown;
  };
}

/** Service plan in a sales order. */
export interface OrderedProduct {
  /** APS ID of the service plan. */
  planId: string;
  /** Period to subscribe for: one of the plan's `subscriptionPeriods`. */
  period: Period;
  /** Resource amounts that differ from the amounts included in the plan. */
  resources?: OrderedResource[];
}

/** Amount of one resource in an order. */
export interface OrderedResource {
  /** APS ID of the resource, from the plan's `resourceRates`. */
  resourceId: string;
  /** New limit, in the unit of the resource. It is the total of included and additional units, not a difference. */
  amount: number;
}

/** Order that changes the limits, the plan or the period of a subscription. */
export interface ChangeOrderRequest {
  /** Kind of the order: a change of an existing subscription. */
  type: "CHANGE";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /** APS ID of the plan to switch to. */
  planId?: string;
  /** Period to switch to. To keep the current period, send the subscription's `subscriptionPeriod`. */
  period?: Period;
  /**
   * New limits. Before platform 8.2, a change order sent differences as `amountChange`; this document does not
   * include that field.
   */
  resources?: OrderedResource[];
}

/** Order that renews a subscription. The spelling of `type` is not confirmed by the platform's reference. */
export interface RenewalOrderRequest {
  /** Kind of the order: a renewal of an existing subscription. */
  type: "RENEWAL";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /** Period to renew for. It is not confirmed that a renewal may set one. */
  period?: Period;
  /** Limits from the renewal on. It is not confirmed that a renewal may set them. */
  resources?: OrderedResource[];
}

/**
 * Order that cancels a subscription. The spelling of `type` is not confirmed by the platform's reference. Since
 * platform 8.2, an order may give a reason from `orders.listReasonCodes`. The name of that field is not confirmed,
 * so send it with `unchecked(...)`.
 */
export interface CancellationOrderRequest {
  /** Kind of the order: the cancellation of an existing subscription. */
  type: "CANCELLATION";
  /** APS ID of the billing (BSS) subscription. */
  subscriptionId: string;
  /**
   * Refund for the unused time: a credit to the balance, or back to the card. Platform 8.2 and newer; the values
   * are not documented.
   */
  refundType?: string;
}

/** Response of the order manager to a new order of any kind. */
export interface PlacedOrder {
  /** ID of the order, a UUID. Pass it to `orders.get`. */
  orderId: string;
}

/** Order as stored by the order manager. Installations may add their own fields and statuses. */
export interface Order {
  /** ID of the order. Some versions may call it `id`. */
  orderId?: string;
  /** ID of the order, if the platform does not call it `orderId`. */
  id?: string;
  /**
   * Order number for people, for example `SO000147`. The letters give the kind: SO sales, CH change, RN renewal,
   * CL cancellation, CF cancellation charge, BO billing, PO payment.
   */
  orderNumber?: string;
  /** Kind of the order. The billing engine creates further kinds itself. */
  type?: "SALES" | "CHANGE" | "RENEWAL" | "CANCELLATION" | (string & {});
  /**
   * Status code of the billing engine: NP no payment method, WP waits for payment, WZ waits for payment after
   * provisioning, LO long-running operation, PF provisioning failed, HL on hold, CP completed. The name of the
   * field is not confirmed, and installations add their own codes.
   */
  status?: "NP" | "WP" | "WZ" | "LO" | "PF" | "HL" | "CP" | (string & {});
  /** Provisioning status: `COMPLETED` when the order succeeded. Other values are not documented. */
  provisioningStatus?: "COMPLETED" | (string & {});
  /** Time at which the order was placed, ISO 8601 UTC. */
  creationDate?: string;
  /** Time at which the order was provisioned, ISO 8601 UTC. */
  provisioningDate?: string;
}

/**
 * Prices of an order. Only the format of an amount of money is documented. The other fields follow observed
 * responses; the SDK passes additional fields through unchanged.
 */
export interface OrderEstimate {
  /** Total price of the order. */
  total?: Money;
  /** Prices by product. */
  products?: EstimatedProduct[];
  [key: string]: unknown;
}

/** Prices of one product of an order. */
export interface EstimatedProduct {
  /** APS ID of the service plan. */
  planId?: string;
  /** Period that the prices are for. */
  period?: SubscriptionPeriod;
  /** Fees of the product. */
  fees?: Fee[];
  [key: string]: unknown;
}

/** Terms of an order. Their fields are not documented. */
export interface TermCondition {
  [key: string]: unknown;
}

/** Reason for a cancellation. Its fields are not documented. */
export interface ReasonCode {
  [key: string]: unknown;
}

/** Validation rule for correction reasons. Its fields are not documented. */
export interface CorrectionReasonValidationPatternInfo {
  [key: string]: unknown;
}

/** Validation rule for correction reasons, in one language. Its fields are not documented. */
export interface CorrectionReasonValidationInfo {
  [key: string]: unknown;
}

/** Validation rule for correction reasons to store. Its fields are not documented. */
export interface CorrectionReasonValidationRequest {
  [key: string]: unknown;
}

/** Payment method of an account. */
export interface PaymentMethod {
  /** Number of the payment method, assigned by the platform. */
  id?: number;
  /** Number of the payment system that processes payments. */
  paymentSystemId?: string;
  /** Name of that payment system. */
  paymentSystem?: string;
  /** APS ID of the account that pays. */
  ownerAccountId?: string;
  /** Masked number of the card or account; only its last digits are visible. */
  number?: string;
  /** Display name. Read-only. */
  name?: string;
  /** Kind of the method. */
  type?: "CREDIT_CARD" | "BANK_ACCOUNT" | "EXTERNAL" | "MANUAL" | "ALBANY_BACS" | "CUSTOM" | "MODAL" | (string & {});
  /** True if the method belongs to this account only. */
  perCustomer: boolean;
  /** Status of the method: usable, or the reason why not. */
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
  /** Approval status of the method, if approval is required. */
  ratified: "YES" | "NO" | "NOT_REQUIRED" | (string & {});
  /** True if orders use this method by default. */
  defaultMethod: boolean;
}

/** Payment system that processes payments. Its fields are not documented. */
export interface PaymentSystem {
  [key: string]: unknown;
}

/** Payment. Its fields are not documented. */
export interface Payment {
  [key: string]: unknown;
}

/** Service plan to return prices for. */
export interface PlanAskedFor {
  /** APS ID of the service plan. */
  planId: string;
  /** Periods to return prices for. The default is all periods of the plan. */
  periods?: Period[];
}

/** Prices of a service plan. */
export interface PlanDeals {
  /** APS ID of the service plan. */
  planId?: string;
  /** Prices by period. */
  periodDeals?: PeriodDeal[];
}

/** Prices of a service plan for one period. */
export interface PeriodDeal {
  /** The period. */
  period?: SubscriptionPeriod;
  /** Unit prices of each resource. */
  resources?: ResourceDeal[];
  /** Fees of the plan itself, after discounts. */
  effectiveFees?: Fee[];
}

/** Unit prices of a resource. */
export interface ResourceDeal {
  /** APS ID of the billing resource. */
  resourceId?: string;
  /** Fees of the resource, after discounts. */
  effectiveFees?: Fee[];
}

/** Discount on a resource. */
export interface ResourceDiscount {
  /** ID of the discount. It is not confirmed whether this is a number or a string. */
  discountId?: number | string;
  /** Discount in percent. It is not confirmed whether this is a number or a string. */
  discountPercent?: string | number;
}

/**
 * Description of an APS type. `properties`, `operations`, `structures` and `relations` are included when you read
 * a single type, and in the result of `types.getByTypeId`.
 */
export interface TypeDescriptor {
  /** Location of the type in the library. */
  aps?: {
    /** Number of the type in the library of this platform. */
    id?: string;
    /** Path of the type. */
    href?: string;
  };
  /** ID of the type, including its version. */
  id?: string;
  /** APS version that the type uses. */
  apsVersion?: string;
  /** Name of the type. */
  name?: string;
  /** IDs of the types that this type derives from. */
  implements?: string[];
  /** Properties by name. */
  properties?: {
    [key: string]: unknown;
  };
  /** Custom operations by name. */
  operations?: {
    [key: string]: OperationDescriptor;
  };
  /** Structures that the properties and operations use, by name. */
  structures?: {
    [key: string]: unknown;
  };
  /** Relations by name. */
  relations?: {
    [key: string]: unknown;
  };
}

/** APS types. */
export type TypeDescriptors = TypeDescriptor[];

/** Description of a custom operation. Call it with `resources.call`. */
export interface OperationDescriptor {
  /** Path below the resource, such as `/orders/{orderId}`. */
  path?: string;
  /** HTTP verb. */
  verb?: string;
  /** Type of the response: `type` and `items`. */
  response?: {
    [key: string]: unknown;
  };
  /** Type of the error response. Always `object`, so errors are never typed. */
  errorResponse?: {
    [key: string]: unknown;
  };
  /** Parameters by name. Each has a `kind` (`path`, `query` or `body`), `type` and `required`. */
  parameters?: {
    [key: string]: unknown;
  };
  /** Roles that may call the operation. */
  access?: {
    [key: string]: unknown;
  };
}

/** One fee of a price. */
export interface Fee {
  /** Name of the fee. */
  name?: "setup" | "recurring" | (string & {});
  /** Amount of the fee. */
  fee?: Money;
}

/** Amount of money. */
export interface Money {
  /** Amount as a decimal string, to avoid binary rounding errors. */
  value: string;
  /** Currency, ISO 4217. */
  code: string;
}
