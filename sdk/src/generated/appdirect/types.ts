// Generated from appdirect.yaml. To change it, edit the document and generate again.

/**
 * Event of a marketplace. `type` tells the kinds apart. At run time, events of unlisted types are passed through,
 * and `isUnknown(event)` detects them. Respond to them with `CONFIGURATION_ERROR`.
 */
export type Event =
  | SubscriptionOrderEvent
  | SubscriptionChangeEvent
  | SubscriptionCancelEvent
  | SubscriptionNoticeEvent
  | UserAssignmentEvent
  | UserUnassignmentEvent
  | UserUpdatedEvent
  | AddonOrderEvent
  | AddonChangeEvent
  | AddonCancelEvent
  | AddonBindEvent
  | AddonUnbindEvent
  | UserSyncEvent
  | UserLinkEvent
  | AccountSyncEvent
  | AccountUnsyncEvent
  | UnitTransferEvent
  | EditionEligibilityEvent;

/** Fields that every event has. */
export interface EventBase {
  /** Marketplace that the event comes from. */
  marketplace: Marketplace;
  /** UUID of the product. Absent in nearly all events. */
  applicationUuid?: string;
  /**
   * Absent for real customers. `STATELESS` marks a ping: respond with success and change nothing; an order then
   * needs no `accountIdentifier`. `DEVELOPMENT` marks a developer's test of an unpublished product: do the work,
   * and mark the outcome as a test.
   */
  flag?: "STATELESS" | "DEVELOPMENT" | (string & {});
  /** URL to redirect the browser back to, after signing it. Only for interactive endpoints and pings. */
  returnUrl?: string;
  /** User who caused the event: the purchaser of an order, otherwise any administrator. Absent in notices. */
  creator?: EventUser;
  /** Links to related resources of the marketplace. Most events have none. */
  links?: EventLink[];
}

/**
 * Event: a company orders the product, or an add-on if `payload.account.parentAccountIdentifier` is set.
 *
 * Create the account and return its `accountIdentifier`.
 */
export type SubscriptionOrderEvent = EventBase & {
  /** Type of the event. */
  type: "SUBSCRIPTION_ORDER";
  payload: SubscriptionOrderPayload;
};

/**
 * Event: a subscription gets another edition, other quantities, another owner or a discount.
 *
 * Update the account to match `payload.order`. If the account does not exist, return `ACCOUNT_NOT_FOUND`.
 */
export type SubscriptionChangeEvent = EventBase & {
  /** Type of the event. */
  type: "SUBSCRIPTION_CHANGE";
  payload: SubscriptionChangePayload;
};

/**
 * Event: a customer cancels.
 *
 * Close the account; return success if it is already closed. After a failure, the subscription continues and the
 * customer sees the `message`.
 */
export type SubscriptionCancelEvent = EventBase & {
  /** Type of the event. */
  type: "SUBSCRIPTION_CANCEL";
  payload: AccountPayload;
};

/**
 * Event: the marketplace suspended, resumed or closed a subscription, or will invoice it soon.
 *
 * Respond immediately: 202 is not allowed for notices. A notice has no creator.
 */
export type SubscriptionNoticeEvent = EventBase & {
  /** Type of the event. */
  type: "SUBSCRIPTION_NOTICE";
  payload: NoticePayload;
};

/**
 * Event: a user gets a seat of a subscription.
 *
 * Give the user access. If you use user sync, return a `userIdentifier`. If no seat is left, return
 * `MAX_USERS_REACHED`.
 */
export type UserAssignmentEvent = EventBase & {
  /** Type of the event. */
  type: "USER_ASSIGNMENT";
  payload: UserPayload;
};

/**
 * Event: a user loses a seat of a subscription.
 *
 * Remove the user's access. If the user has none, return success or `USER_NOT_FOUND`.
 */
export type UserUnassignmentEvent = EventBase & {
  /** Type of the event. */
  type: "USER_UNASSIGNMENT";
  payload: UserPayload;
};

/**
 * Event: the data of an assigned user changed. Listed in AppDirect's documentation but not in its Java SDK.
 *
 * Update the user to match `payload.user`.
 */
export type UserUpdatedEvent = EventBase & {
  /** Type of the event. */
  type: "USER_UPDATED";
  payload: UserPayload;
};

/**
 * Event: a customer orders an old-style add-on.
 *
 * Create the instance. The field for its ID in the result is unconfirmed.
 */
export type AddonOrderEvent = EventBase & {
  /** Type of the event. */
  type: "ADDON_ORDER";
  payload: AddonOrderPayload;
};

/**
 * Event: an old-style add-on changes.
 *
 * Update the instance to match `payload.order`.
 */
export type AddonChangeEvent = EventBase & {
  /** Type of the event. */
  type: "ADDON_CHANGE";
  payload: AddonInstancePayload;
};

/**
 * Event: an old-style add-on is cancelled.
 *
 * Close the instance.
 */
export type AddonCancelEvent = EventBase & {
  /** Type of the event. */
  type: "ADDON_CANCEL";
  payload: AddonInstancePayload;
};

/**
 * Event: an old-style add-on is bound to the product.
 *
 * Bind the instance. The field for the ID of the binding in the result is unconfirmed.
 */
export type AddonBindEvent = EventBase & {
  /** Type of the event. */
  type: "ADDON_BIND";
  payload: AddonInstancePayload;
};

/**
 * Event: a binding of an old-style add-on ends.
 *
 * Remove the binding. If it does not exist, return `BINDING_NOT_FOUND`.
 */
export type AddonUnbindEvent = EventBase & {
  /** Type of the event. */
  type: "ADDON_UNBIND";
  payload: AddonUnbindPayload;
};

/**
 * Event that only the Java SDK names, without a description.
 *
 * Its payload and its result are unconfirmed.
 */
export type UserSyncEvent = EventBase & {
  /** Type of the event. */
  type: "USER_SYNC";
  payload: EventPayload;
};

/**
 * Event that only the Java SDK names, without a description.
 *
 * Its payload and its result are unconfirmed.
 */
export type UserLinkEvent = EventBase & {
  /** Type of the event. */
  type: "USER_LINK";
  payload: EventPayload;
};

/**
 * Event that only the Java SDK names, without a description.
 *
 * Its payload and its result are unconfirmed.
 */
export type AccountSyncEvent = EventBase & {
  /** Type of the event. */
  type: "ACCOUNT_SYNC";
  payload: EventPayload;
};

/**
 * Event that only the Java SDK names, without a description.
 *
 * Its payload and its result are unconfirmed.
 */
export type AccountUnsyncEvent = EventBase & {
  /** Type of the event. */
  type: "ACCOUNT_UNSYNC";
  payload: EventPayload;
};

/**
 * Event: units move from one subscription to another. Listed only in the GraphQL reference.
 *
 * Its payload and its result are unconfirmed.
 */
export type UnitTransferEvent = EventBase & {
  /** Type of the event. */
  type: "UNIT_TRANSFER";
  payload: EventPayload;
};

/**
 * Event: the marketplace checks whether units may be transferred. Listed only in the GraphQL reference.
 *
 * Its payload and its result are unconfirmed.
 */
export type EditionEligibilityEvent = EventBase & {
  /** Type of the event. */
  type: "EDITION_ELIGIBILITY";
  payload: EventPayload;
};

/** Payload of an event. Its type decides which parts are present. */
export interface EventPayload {
  /** Company that orders. Only with `SUBSCRIPTION_ORDER`. */
  company?: EventCompany;
  /** Account that the event is about. Absent in orders, except for add-ons. */
  account?: EventAccount;
  /** User who is assigned, unassigned or updated. */
  user?: EventUser;
  /**
   * Ordered edition and quantities, or the new state of the order. A change may repeat the existing order, for
   * example for a new owner or a new discount.
   */
  order?: EventOrder;
  /** Notice about a subscription. */
  notice?: EventNotice;
  /** Instance that an event about an old-style add-on refers to. */
  addonInstance?: AddonInstance;
  /** Binding that `ADDON_UNBIND` ends. */
  addonBinding?: AddonBinding;
  /**
   * Values that the customer entered in the product's own fields, by name. The marketplace writes them in
   * several formats; the SDK always returns a map.
   */
  configuration?: {
    [key: string]: string;
  };
}

/** Payload of an order: the order and the company. */
export type SubscriptionOrderPayload = EventPayload & {
  order: EventOrder;
};

/** Payload of a change: the account and its new order. */
export type SubscriptionChangePayload = EventPayload & {
  account: IdentifiedAccount;
  order: EventOrder;
};

/** Payload of an event about an account. */
export type AccountPayload = EventPayload & {
  account: IdentifiedAccount;
};

/** Payload of a notice: the account and the notice. */
export type NoticePayload = EventPayload & {
  account: IdentifiedAccount;
  notice: EventNotice;
};

/** Payload of an event about a user of an account. */
export type UserPayload = EventPayload & {
  account: IdentifiedAccount;
  user: EventUser;
};

/** Payload of an order for an old-style add-on: the account and the order. */
export type AddonOrderPayload = EventPayload & {
  account: IdentifiedAccount;
  /** Ordered add-on. */
  order: EventOrder & {
    /** Code of the ordered add-on, in the form `type:vendor:plan`. */
    addonOfferingCode: string;
  };
};

/** Payload of an event about an add-on instance of an account. */
export type AddonInstancePayload = EventPayload & {
  account: IdentifiedAccount;
  addonInstance: AddonInstance;
};

/** Payload of an event that ends a binding of an add-on instance. */
export type AddonUnbindPayload = EventPayload & {
  account: IdentifiedAccount;
  addonInstance: AddonInstance;
  addonBinding: AddonBinding;
};

/** Marketplace that sent the event. */
export interface Marketplace {
  /** Name of the partner that runs the marketplace. The default is `APPDIRECT`. */
  partner?: string;
  /** Base URL of the marketplace, for usage and user sync. In a ping, it is not the URL that the ping came from. */
  baseUrl: string;
}

/** Link to a marketplace resource that belongs to the event. */
export interface EventLink {
  /**
   * Kind of the link. `samlIdp` is the SAML identity provider of the subscription, for `saml.getIdp`. A link for
   * OpenID Connect exists as well; its name is unconfirmed.
   */
  rel?: "samlIdp" | (string & {});
  /** URL of the resource. Read it with a call signed with the product's key. */
  href?: string;
}

/** User of the marketplace. */
export interface EventUser {
  /** Stable ID of the user, the best key to identify them by. Absent in events of 2012. */
  uuid?: string;
  /** OpenID of the user, a URL. In older events; use it as the key if there is no `uuid`. */
  openId?: string;
  /** E-mail address. It may change and is not always valid. */
  email?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Language, for example `en`. */
  language?: string;
  /** Locale, in the form `en-US`, `en_US` or `es`. */
  locale?: string;
  /** Postal address. Often absent. */
  address?: EventAddress;
  /** Custom user attributes of the marketplace, by name. */
  attributes?: {
    [key: string]: string;
  };
}

/** Postal address. Any or all parts may be absent. */
export interface EventAddress {
  /** Form of address. */
  salutation?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Full name. */
  fullName?: string;
  /** Name of the company. */
  companyName?: string;
  /** Telephone number, as entered. */
  phone?: string;
  /** Telephone extension. */
  phoneExtension?: string;
  /** Fax number. */
  fax?: string;
  /** Fax extension. */
  faxExtension?: string;
  /** Street and number. */
  street1?: string;
  /** Second line of the street. May be empty. */
  street2?: string;
  /** City. */
  city?: string;
  /** State or province, for example `ME`. */
  state?: string;
  /** Postal code. */
  zip?: string;
  /** Country, ISO 3166 alpha-2. */
  country?: string;
  /** Post office box. */
  pobox?: string;
  /** Postal code of the post office box. */
  pozip?: string;
}

/** Company that orders. */
export interface EventCompany {
  /** Stable ID of the company in the marketplace. */
  uuid: string;
  /** ID of the company in an external system. */
  externalId?: string;
  /** Name of the company. */
  name: string;
  /** E-mail address. */
  email?: string;
  /** Telephone number. */
  phoneNumber?: string;
  /** Website, with or without a scheme: `www.x.example`. */
  website?: string;
  /** Country, ISO 3166 alpha-2. */
  country?: string;
}

/** Account of a customer at the vendor. */
export interface EventAccount {
  /**
   * Vendor's own ID of the account, returned for the order. Absent in the order of an add-on, which has no ID
   * yet.
   */
  accountIdentifier?: string;
  /**
   * State of the subscription. `INITIALIZED`: activation is pending. `FAILED`: it was never provisioned.
   * `FREE_TRIAL`: on trial, not charged. `FREE_TRIAL_EXPIRED`: the trial is over, and cancellation follows.
   * `ACTIVE`: in good standing. `SUSPENDED`: an invoice is overdue, a payment or the renewal failed, or someone
   * suspended it. `CANCELLED`: ended.
   */
  status?:
    | "INITIALIZED"
    | "FAILED"
    | "FREE_TRIAL"
    | "FREE_TRIAL_EXPIRED"
    | "ACTIVE"
    | "SUSPENDED"
    | "CANCELLED"
    | (string & {});
  /** Account that an add-on belongs to. If it is set, the event is about an add-on. */
  parentAccountIdentifier?: string;
}

/** Account with an ID assigned by the vendor. */
export type IdentifiedAccount = EventAccount & {
  /** Vendor's own ID of the account, returned for the order. */
  accountIdentifier: string;
};

/** Ordered edition and quantities. */
export interface EventOrder {
  /** Vendor's code of the edition. */
  editionCode?: string;
  /** Code of the ordered old-style add-on, in the form `type:vendor:plan`. */
  addonOfferingCode?: string;
  /** Billing frequency. */
  pricingDuration?:
    | "ONE_TIME"
    | "DAILY"
    | "MONTHLY"
    | "QUARTERLY"
    | "SIX_MONTHS"
    | "YEARLY"
    | "TWO_YEARS"
    | "THREE_YEARS"
    | (string & {});
  /** Units whose quantities the customer can set. Metered and included units are not listed. */
  items?: EventOrderItem[];
  /** Attributes of the order. Known from the Java SDK; no event with them has been published. */
  customAttributes?: EventCustomAttribute[];
  /** Discount code. Known from the Java SDK. */
  discountCode?: string;
  /** Free trial at the start of the subscription. */
  freeTrial?: EventFreeTrial;
}

/** Ordered quantity of one unit. */
export interface EventOrderItem {
  /** Unit of the quantity. */
  unit?: PricingUnit;
  /** Quantity. Usually a whole number; some events write it as a string. */
  quantity?: number;
}

/** Attribute of an order. */
export interface EventCustomAttribute {
  /** Kind of the attribute. Its values are unconfirmed. */
  attributeType?: string;
  /** Name of the attribute. */
  name?: string;
  /** Value of the attribute. */
  value?: string;
}

/** Free trial of an order. Known from the Java SDK. */
export interface EventFreeTrial {
  /** True if the order begins with a free trial. */
  active?: boolean;
}

/**
 * Unit of a quantity. AppDirect has about 250 units; these are the common ones. The edition defines the unit of
 * each price.
 */
export type PricingUnit =
  | "USER"
  | "GIGABYTE"
  | "MEGABYTE"
  | "HOUR"
  | "MINUTE"
  | "INVOICE"
  | "UNIT"
  | "ITEM"
  | "EMAIL"
  | "CONTACT"
  | "PROJECT"
  | "LICENSE"
  | "MAILBOX"
  | "DEVICE"
  | "SERVER"
  | "NOT_APPLICABLE"
  | "ONE_TIME_SETUP"
  | "API_CALLS"
  | "TIER1_API_CALLS"
  | (string & {});

/** Notice about a subscription. */
export interface EventNotice {
  /**
   * Kind of the notice. `DEACTIVATED`: suspend access and keep the data. `REACTIVATED`: restore access.
   * `CLOSED`: delete or archive; no `SUBSCRIPTION_CANCEL` follows. `UPCOMING_INVOICE`: report outstanding usage,
   * and do not change access; this purpose is unconfirmed.
   */
  type: "DEACTIVATED" | "REACTIVATED" | "CLOSED" | "UPCOMING_INVOICE" | (string & {});
  /** Message to the vendor. */
  message?: string;
}

/** Instance of an old-style add-on. */
export interface AddonInstance {
  /** ID of the instance. */
  id: string;
}

/** Binding of an old-style add-on instance. */
export interface AddonBinding {
  /** ID of the binding. */
  id: string;
}

/** Vendor's result for an event. */
export interface EventResult {
  /** True if the vendor did what the event asked for. */
  success: boolean;
  /**
   * Vendor's own ID of the account. Required for a successful `SUBSCRIPTION_ORDER`; every later event includes
   * it. Usage is reported under this ID.
   */
  accountIdentifier?: string;
  /** Vendor's own ID of an assigned user, for `USER_ASSIGNMENT`. User sync identifies the user by it. */
  userIdentifier?: string;
  /**
   * Reason for the failure, required if `success` is false. `USER_ALREADY_EXISTS`: the buyer already has an
   * account at the vendor and is asked to link it. `USER_NOT_FOUND`, `ACCOUNT_NOT_FOUND`, `BINDING_NOT_FOUND`:
   * does not exist at the vendor. `MAX_USERS_REACHED`: no seat is left. `UNAUTHORIZED`: not permitted for this
   * product, such as removing the creator. `FORBIDDEN`: not allowed. `OPERATION_CANCELLED`: the user cancelled.
   * `CONFIGURATION_ERROR`: the event type is not supported. `INVALID_RESPONSE`: the event could not be read.
   * `PENDING`: still being provisioned. `TRANSPORT_ERROR`: the other side could not be reached. `NOT_FOUND`: the
   * event URL returned 404. `UNKNOWN_ERROR`: anything else. The use of `INVALID_OPERATION` is unconfirmed.
   */
  errorCode?:
    | "USER_ALREADY_EXISTS"
    | "USER_NOT_FOUND"
    | "ACCOUNT_NOT_FOUND"
    | "MAX_USERS_REACHED"
    | "UNAUTHORIZED"
    | "OPERATION_CANCELLED"
    | "CONFIGURATION_ERROR"
    | "INVALID_RESPONSE"
    | "PENDING"
    | "FORBIDDEN"
    | "BINDING_NOT_FOUND"
    | "TRANSPORT_ERROR"
    | "UNKNOWN_ERROR"
    | "INVALID_OPERATION"
    | "NOT_FOUND"
    | (string & {});
  /** Message that the customer sees if `success` is false, so write it for them. */
  message?: string;
}

/**
 * Exact decimal number. Write money and computed amounts as strings, such as `"0.15"`: the result of a calculation
 * such as `0.1 + 0.2` is sent with all its digits. The platform accepts quantities in both forms; for prices as
 * strings, this is unconfirmed.
 */
export type Decimal = string | number;

/** Metered usage of one account (V1). */
export interface UsageReport {
  /** Account that the usage belongs to. */
  account: UsageAccount;
  /** Instance that was used, for old-style add-ons. */
  addonInstance?: AddonInstance;
  /** Items of the usage. */
  items: UsageItem[];
  /** Currency of the prices, ISO 4217. */
  currency?: string;
  /**
   * Time of the usage: ISO 8601 with milliseconds and offset, or milliseconds since 1970. The default is the
   * time at which the marketplace receives the report (unconfirmed).
   */
  date?: string | number;
}

/** Account to report usage for. */
export interface UsageAccount {
  /** Vendor's own ID of the account, returned for the order. */
  accountIdentifier: string;
  /** State of the subscription. Not required. */
  status?: string;
  /** Account that an add-on belongs to. Not required. */
  parentAccountIdentifier?: string;
}

/**
 * Usage of one unit. Preconfigured: `unit` and `quantity`. Custom: `quantity`, `price` and `description`, and
 * optionally `customUnit`.
 */
export interface UsageItem {
  /** Unit that the edition prices. */
  unit?: PricingUnit;
  /** Name of a custom unit. */
  customUnit?: string;
  /** Number of units. */
  quantity: Decimal;
  /** Price of one unit, in `currency`. */
  price?: Decimal;
  /** Text on the customer's invoice. */
  description?: string;
}

/** Result of a usage report (V1). */
export interface UsageResult {
  /** True if the marketplace accepted the usage. May be false in a 200. */
  success: boolean;
  /** Message from the marketplace. */
  message?: string;
  /** Reason for the refusal, for example `USER_NOT_FOUND` or `CONFIGURATION_ERROR`. */
  errorCode?: string;
}

/** Metered usage of many accounts (V2), at most 250 usages in all. */
export interface UsageReportV2 {
  /**
   * Vendor's own key for this report, for example a UUID. The marketplace refuses a second report with the same
   * key, so the usage is never billed twice.
   */
  idempotencyKey: string;
  /** True to bill the usage; false to request an estimate. */
  billable: boolean;
  /** Source of the report, for example `api`. */
  sourceType?: string;
  /** ID that several reports share. Its use is unconfirmed. */
  requestGroupId?: string;
  /** Marketplace's ID of the subscription. For marketplace managers. */
  subscriptionId?: string;
  /** Marketplace's ID of the vendor. For marketplace managers. */
  vendorId?: string;
  /** Usage by account. */
  usages: AccountUsage[];
}

/** Usage of one account. */
export interface AccountUsage {
  /** Vendor's own ID of the account: its `accountIdentifier`. */
  accountId: string;
  /** Marketplace's ID of the subscription. */
  subscriptionId?: string | null;
  /** Usage of the account. */
  usageList: UsageEvent[];
}

/**
 * Usage of one unit. Preconfigured: `pricingUnit` and `quantity`. Custom: `quantity`, `unitPrice` and
 * `description`, and optionally `customUnit`.
 */
export interface UsageEvent {
  /** Unit that the edition prices. */
  pricingUnit?: PricingUnit | null;
  /** Name of a custom unit. */
  customUnit?: string | null;
  /** Number of units. */
  quantity: Decimal;
  /** Price of one unit, in `currency`. */
  unitPrice?: Decimal | null;
  /** Text on the customer's invoice. */
  description?: string | null;
  /** Currency of `unitPrice`, ISO 4217. */
  currency?: string | null;
  /** Time of the usage, with milliseconds and offset: `2024-05-31T23:59:59.000Z`. */
  eventDate?: string | null;
  /** Vendor's own ID of this usage. `usage.getStatus` identifies a refused usage by it. */
  eventId?: string | null;
  /** Custom attributes of the usage, by name. */
  attributes?: UsageAttributes | null;
}

/** Custom attributes of a usage, by name. */
export interface UsageAttributes {
  [key: string]: string;
}

/** Receipt for an accepted usage report (V2). */
export interface UsageReceipt {
  /** ID of the request. Pass it to `usage.getStatus`. */
  requestId: string;
  /** Key of the report. */
  idempotencyKey?: string;
  /** Path of the report's status. */
  queryUsageStatus?: string;
}

/** Status of a usage report (V2). */
export interface UsageStatus {
  /** State in one word. The words are unconfirmed; use the counts instead. */
  status?: string;
  /** Number of reported usages. */
  totalUsagesCount?: number;
  /** Number of processed usages. */
  processedUsagesCount?: number;
  /** Number of refused usages. */
  failedUsagesCount?: number;
  /** Refused usages. */
  failedUsages?: FailedUsage[];
}

/** Refused usage. */
export interface FailedUsage {
  /** Vendor's own ID of the usage. */
  eventId?: string;
  /** Reason code. The codes are unconfirmed. */
  errorCode?: string;
  /** Reason in words. */
  errorDescription?: string;
}

/** Error response of a usage call (V2). */
export interface UsageError {
  /** HTTP status of the response. */
  status?: number;
  /** Code of the error. The codes are unconfirmed. */
  code?: string;
  /** Error message. */
  message?: string;
}

/** Assignment that the vendor made or ended. */
export interface UserSyncTask {
  /** Subject of the task. */
  type: "ASSIGNMENT" | (string & {});
  /** Assignment or unassignment of the user. */
  operation: "ASSIGN" | "UNASSIGN" | (string & {});
  /** Vendor's own ID of the account. */
  accountIdentifier: string;
  /** Marketplace's ID of the vendor. */
  developerIdentifier: string;
  /** Vendor's own ID of the user. */
  userIdentifier: string;
  /** Sign-in name of the user. */
  userName?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** E-mail address. */
  email?: string;
}

/** SAML identity provider of a subscription. The names come from the Java SDK; no response has been published. */
export interface SamlIdp {
  /** Version of this description. It is unconfirmed whether this is a number or a string. */
  version?: unknown;
  /** ID of the identity provider in the marketplace. */
  uuid?: string;
  /** Entity ID of the identity provider. */
  idpIdentifier?: string;
  /** Vendor's URL that assertions are posted to. */
  assertionConsumerServiceUrl?: string;
  /** Vendor's URL where users start. */
  spLaunchUrl?: string;
  /** Audience of the assertions. */
  audienceUrl?: string;
  /** URL where the marketplace signs users in. */
  loginUrl?: string;
  /** Relay state sent with the request. */
  relayState?: string;
  /** Kind of the name ID. Its values are unconfirmed. */
  nameIdType?: string;
  /** Name ID. */
  nameId?: string;
  /** Minutes for which an assertion is valid before its creation. */
  notBeforeMinutes?: number;
  /** Minutes for which an assertion is valid after its creation. */
  notAfterMinutes?: number;
  /** Certificate of the identity provider. Its members are unconfirmed. */
  certificate?: {
    [key: string]: unknown;
  };
  /** Attributes of the assertions, by name. Their members are unconfirmed. */
  attributes?: {
    [key: string]: unknown;
  };
}

/** Outcome of a domain verification. */
export interface DomainVerification {
  /** True if the domain belongs to the customer. */
  verified: boolean;
}

/** Error response of the marketplace. The format is documented only for user sync. */
export interface MarketplaceError {
  /** Code of the error. */
  code?: string;
  /** Error message. */
  message?: string;
}
