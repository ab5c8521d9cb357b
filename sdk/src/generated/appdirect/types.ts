// Generated from appdirect.yaml. To change it, edit the document and generate again.

/**
 * What happened in the marketplace. `type` tells the kinds apart; a type that is not listed here comes through
 * at run time as it is, and `isUnknown(event)` recognises it. Answer it with `CONFIGURATION_ERROR`.
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

/** What every event carries. */
export interface EventBase {
  /** Which marketplace the event comes from. */
  marketplace: Marketplace;
  /** UUID of the product. Absent in nearly all events. */
  applicationUuid?: string;
  /**
   * Absent for a real customer. `STATELESS` marks a ping: answer success and change nothing; an order needs no
   * `accountIdentifier` then. `DEVELOPMENT` marks a developer's test of an unpublished product: do the work,
   * and mark what comes of it as a test.
   */
  flag?: "STATELESS" | "DEVELOPMENT" | (string & {});
  /** Where to send the browser back to, signed. Only for interactive endpoints, and for pings. */
  returnUrl?: string;
  /** Who caused the event: the purchaser of an order, else any administrator. Notices have none. */
  creator?: EventUser;
  /** Further resources of the marketplace. Most events have none. */
  links?: EventLink[];
}

/**
 * A company orders the product, or an add-on where `payload.account.parentAccountIdentifier` is set.
 *
 * Create the account, and answer `accountIdentifier`.
 */
export type SubscriptionOrderEvent = EventBase & {
  /** Says which event it is. */
  type: "SUBSCRIPTION_ORDER";
  payload: SubscriptionOrderPayload;
};

/**
 * A subscription gets another edition, other quantities, another owner or a discount.
 *
 * Bring the account to what `payload.order` says. Answer `ACCOUNT_NOT_FOUND` where it is not known.
 */
export type SubscriptionChangeEvent = EventBase & {
  /** Says which event it is. */
  type: "SUBSCRIPTION_CHANGE";
  payload: SubscriptionChangePayload;
};

/**
 * A customer cancels.
 *
 * End the account; success where it has ended already. After a failure the subscription goes on, and the
 * customer sees the `message`.
 */
export type SubscriptionCancelEvent = EventBase & {
  /** Says which event it is. */
  type: "SUBSCRIPTION_CANCEL";
  payload: AccountPayload;
};

/**
 * The marketplace lets the vendor know that a subscription was suspended, resumed or closed, or is about
 * to be invoiced.
 *
 * Answer at once: a notice cannot be answered with 202. It has no creator.
 */
export type SubscriptionNoticeEvent = EventBase & {
  /** Says which event it is. */
  type: "SUBSCRIPTION_NOTICE";
  payload: NoticePayload;
};

/**
 * A user gets a seat of a subscription.
 *
 * Give access, and answer a `userIdentifier` if user sync is used; `MAX_USERS_REACHED` where no seat is
 * left.
 */
export type UserAssignmentEvent = EventBase & {
  /** Says which event it is. */
  type: "USER_ASSIGNMENT";
  payload: UserPayload;
};

/**
 * A user loses a seat of a subscription.
 *
 * Take access away; success, or `USER_NOT_FOUND`, where there is none.
 */
export type UserUnassignmentEvent = EventBase & {
  /** Says which event it is. */
  type: "USER_UNASSIGNMENT";
  payload: UserPayload;
};

/**
 * An assigned user has other data. In AppDirect's documentation, not in its Java SDK.
 *
 * Bring the user to what `payload.user` says.
 */
export type UserUpdatedEvent = EventBase & {
  /** Says which event it is. */
  type: "USER_UPDATED";
  payload: UserPayload;
};

/**
 * A customer orders an add-on of the old kind.
 *
 * Create the instance. In which field its ID is answered is unconfirmed.
 */
export type AddonOrderEvent = EventBase & {
  /** Says which event it is. */
  type: "ADDON_ORDER";
  payload: AddonOrderPayload;
};

/**
 * An add-on of the old kind is changed.
 *
 * Bring the instance to what `payload.order` says.
 */
export type AddonChangeEvent = EventBase & {
  /** Says which event it is. */
  type: "ADDON_CHANGE";
  payload: AddonInstancePayload;
};

/**
 * An add-on of the old kind is cancelled.
 *
 * End the instance.
 */
export type AddonCancelEvent = EventBase & {
  /** Says which event it is. */
  type: "ADDON_CANCEL";
  payload: AddonInstancePayload;
};

/**
 * An add-on of the old kind is bound to the product.
 *
 * Bind the instance. In which field the ID of the binding is answered is unconfirmed.
 */
export type AddonBindEvent = EventBase & {
  /** Says which event it is. */
  type: "ADDON_BIND";
  payload: AddonInstancePayload;
};

/**
 * A binding of an add-on of the old kind ends.
 *
 * End the binding; `BINDING_NOT_FOUND` where it is not known.
 */
export type AddonUnbindEvent = EventBase & {
  /** Says which event it is. */
  type: "ADDON_UNBIND";
  payload: AddonUnbindPayload;
};

/**
 * An event that the Java SDK names and nothing describes.
 *
 * Its payload and its result are unconfirmed.
 */
export type UserSyncEvent = EventBase & {
  /** Says which event it is. */
  type: "USER_SYNC";
  payload: EventPayload;
};

/**
 * An event that the Java SDK names and nothing describes.
 *
 * Its payload and its result are unconfirmed.
 */
export type UserLinkEvent = EventBase & {
  /** Says which event it is. */
  type: "USER_LINK";
  payload: EventPayload;
};

/**
 * An event that the Java SDK names and nothing describes.
 *
 * Its payload and its result are unconfirmed.
 */
export type AccountSyncEvent = EventBase & {
  /** Says which event it is. */
  type: "ACCOUNT_SYNC";
  payload: EventPayload;
};

/**
 * An event that the Java SDK names and nothing describes.
 *
 * Its payload and its result are unconfirmed.
 */
export type AccountUnsyncEvent = EventBase & {
  /** Says which event it is. */
  type: "ACCOUNT_UNSYNC";
  payload: EventPayload;
};

/**
 * Units move from one subscription to another. Only the GraphQL reference names it.
 *
 * Its payload and its result are unconfirmed.
 */
export type UnitTransferEvent = EventBase & {
  /** Says which event it is. */
  type: "UNIT_TRANSFER";
  payload: EventPayload;
};

/**
 * The marketplace checks whether units may be transferred. Only the GraphQL reference names it.
 *
 * Its payload and its result are unconfirmed.
 */
export type EditionEligibilityEvent = EventBase & {
  /** Says which event it is. */
  type: "EDITION_ELIGIBILITY";
  payload: EventPayload;
};

/** What an event is about. Which parts are filled depends on its type. */
export interface EventPayload {
  /** Who orders. Only with `SUBSCRIPTION_ORDER`. */
  company?: EventCompany;
  /** The account that the event is about. Absent with an order, unless it is one of an add-on. */
  account?: EventAccount;
  /** Who is assigned, unassigned or updated. */
  user?: EventUser;
  /**
   * What is ordered, or the order as it is from now on. A change may bring the order that is there already, for
   * example for a new owner or a new discount.
   */
  order?: EventOrder;
  /** What the marketplace lets the vendor know. */
  notice?: EventNotice;
  /** The instance that an event of the old kind of add-ons is about. */
  addonInstance?: AddonInstance;
  /** The binding that `ADDON_UNBIND` ends. */
  addonBinding?: AddonBinding;
  /**
   * Values of the product's own fields, which the customer filled in, by name. Whichever shape the marketplace
   * writes them in, the SDK gives a map.
   */
  configuration?: {
    [key: string]: string;
  };
}

/** What is ordered, and by whom. */
export type SubscriptionOrderPayload = EventPayload & {
  order: EventOrder;
};

/** Which account changes, and to what. */
export type SubscriptionChangePayload = EventPayload & {
  account: IdentifiedAccount;
  order: EventOrder;
};

/** Which account the event is about. */
export type AccountPayload = EventPayload & {
  account: IdentifiedAccount;
};

/** Which account the notice is about, and what it says. */
export type NoticePayload = EventPayload & {
  account: IdentifiedAccount;
  notice: EventNotice;
};

/** Which user of which account the event is about. */
export type UserPayload = EventPayload & {
  account: IdentifiedAccount;
  user: EventUser;
};

/** Which account orders which add-on of the old kind. */
export type AddonOrderPayload = EventPayload & {
  account: IdentifiedAccount;
  /** What is ordered. */
  order: EventOrder & {
    /** What is ordered, as `type:vendor:plan`. */
    addonOfferingCode: string;
  };
};

/** Which instance of which account the event is about. */
export type AddonInstancePayload = EventPayload & {
  account: IdentifiedAccount;
  addonInstance: AddonInstance;
};

/** Which binding of which instance ends. */
export type AddonUnbindPayload = EventPayload & {
  account: IdentifiedAccount;
  addonInstance: AddonInstance;
  addonBinding: AddonBinding;
};

/** The marketplace that sent the event. */
export interface Marketplace {
  /** Name of the partner that runs it, `APPDIRECT` by default. */
  partner?: string;
  /** Address of the marketplace, which usage and user sync go to. That of a ping is not the address it came from. */
  baseUrl: string;
}

/** A resource of the marketplace that belongs to the event. */
export interface EventLink {
  /**
   * What it is. `samlIdp` is the SAML identity provider of the subscription, for `saml.getIdp`. One for OpenID
   * Connect exists as well; how it is called is unconfirmed.
   */
  rel?: "samlIdp" | (string & {});
  /** Its address. Read it by a signed call with the key of the product. */
  href?: string;
}

/** A person in the marketplace. */
export interface EventUser {
  /** Stable ID of the person, the best key to know them by. Absent in 2012. */
  uuid?: string;
  /** OpenID of the person, a URL. In older events; the key where there is no `uuid`. */
  openId?: string;
  /** E-mail address. It may change, and is not always a valid address. */
  email?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Language, for example `en`. */
  language?: string;
  /** Locale, as `en-US`, `en_US` or `es`. */
  locale?: string;
  /** Postal address. Often absent. */
  address?: EventAddress;
  /** Attributes that the marketplace defined for its users, by name. */
  attributes?: {
    [key: string]: string;
  };
}

/** A postal address. Any part may be absent, and all of them may. */
export interface EventAddress {
  /** Form of address. */
  salutation?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Whole name. */
  fullName?: string;
  /** Company. */
  companyName?: string;
  /** Telephone, as it was typed. */
  phone?: string;
  /** Extension of the telephone. */
  phoneExtension?: string;
  /** Fax. */
  fax?: string;
  /** Extension of the fax. */
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

/** The company that orders. */
export interface EventCompany {
  /** Stable ID of the company in the marketplace. */
  uuid: string;
  /** ID of the company in a system outside the marketplace. */
  externalId?: string;
  /** Name of the company. */
  name: string;
  /** E-mail address. */
  email?: string;
  /** Telephone. */
  phoneNumber?: string;
  /** Website, with or without its scheme: `www.x.example`. */
  website?: string;
  /** Country, ISO 3166 alpha-2. */
  country?: string;
}

/** An account as vendor and marketplace know it. */
export interface EventAccount {
  /** The vendor's own ID, which it answered to the order. Absent in the order of an add-on, which has none yet. */
  accountIdentifier?: string;
  /**
   * State of the subscription. `INITIALIZED`: activation is pending. `FAILED`: it was never provisioned.
   * `FREE_TRIAL`: on trial, not charged. `FREE_TRIAL_EXPIRED`: the trial is over, and cancellation follows.
   * `ACTIVE`: in good standing. `SUSPENDED`: an invoice is overdue, a payment or the renewal failed, or somebody
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
  /** The account that an add-on belongs to. Where it is set, the event is one of an add-on. */
  parentAccountIdentifier?: string;
}

/** An account that the vendor has given its ID. */
export type IdentifiedAccount = EventAccount & {
  /** The vendor's own ID, which it answered to the order. */
  accountIdentifier: string;
};

/** Edition and quantities. */
export interface EventOrder {
  /** The vendor's code of the edition. */
  editionCode?: string;
  /** What is ordered of the old kind of add-ons, as `type:vendor:plan`. */
  addonOfferingCode?: string;
  /** How often it is paid. */
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
  /** What the customer may adjust. Metered and included units are not listed. */
  items?: EventOrderItem[];
  /** Attributes of the order. Known from the Java SDK; no event with them has been published. */
  customAttributes?: EventCustomAttribute[];
  /** Code of the discount that was used. Known from the Java SDK. */
  discountCode?: string;
  /** Whether it begins with a free trial. */
  freeTrial?: EventFreeTrial;
}

/** How much of a unit. */
export interface EventOrderItem {
  /** What is counted. */
  unit?: PricingUnit;
  /** How many. Whole as a rule; some events write it as text. */
  quantity?: number;
}

/** An attribute of an order. */
export interface EventCustomAttribute {
  /** Kind of the attribute. Its values are unconfirmed. */
  attributeType?: string;
  /** Name of the attribute. */
  name?: string;
  /** Value of the attribute. */
  value?: string;
}

/** Whether the order begins with a free trial. Known from the Java SDK. */
export interface EventFreeTrial {
  /** Whether it does. */
  active?: boolean;
}

/**
 * What is counted. AppDirect has about 250 units, of which these are the common ones; the edition says which one
 * a price is for.
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

/** What the marketplace lets the vendor know of a subscription. */
export interface EventNotice {
  /**
   * `DEACTIVATED`: suspend access and keep the data. `REACTIVATED`: restore access. `CLOSED`: delete or archive;
   * no `SUBSCRIPTION_CANCEL` comes. `UPCOMING_INVOICE`: report usage that is not reported yet, and leave access
   * as it is; that this is its purpose is unconfirmed.
   */
  type: "DEACTIVATED" | "REACTIVATED" | "CLOSED" | "UPCOMING_INVOICE" | (string & {});
  /** A message for the vendor. */
  message?: string;
}

/** An instance of the old kind of add-ons. */
export interface AddonInstance {
  /** ID of the instance. */
  id: string;
}

/** A binding of an instance of the old kind of add-ons. */
export interface AddonBinding {
  /** ID of the binding. */
  id: string;
}

/** The vendor's answer to an event. */
export interface EventResult {
  /** Whether the vendor did what the event asked for. */
  success: boolean;
  /**
   * The vendor's own ID of the account: required with a successful `SUBSCRIPTION_ORDER`, and sent back in every
   * later event. Usage is reported under it.
   */
  accountIdentifier?: string;
  /** The vendor's own ID of an assigned user, for `USER_ASSIGNMENT`. User sync knows the user by it. */
  userIdentifier?: string;
  /**
   * Why not, required when `success` is false. `USER_ALREADY_EXISTS`: the buyer has an account at the vendor
   * already and is asked to link it. `USER_NOT_FOUND`, `ACCOUNT_NOT_FOUND`, `BINDING_NOT_FOUND`: not known here.
   * `MAX_USERS_REACHED`: no seat is left. `UNAUTHORIZED`: not permitted for this product, such as removing the
   * creator. `FORBIDDEN`: not allowed. `OPERATION_CANCELLED`: the user broke off. `CONFIGURATION_ERROR`: the
   * type of event is not supported. `INVALID_RESPONSE`: the event could not be read. `PENDING`: still being
   * provisioned. `TRANSPORT_ERROR`: the other side could not be reached. `NOT_FOUND`: the event URL gave 404.
   * `UNKNOWN_ERROR`: anything else. What `INVALID_OPERATION` is for is unconfirmed.
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
  /** Shown to the customer when `success` is false, so write it for them. */
  message?: string;
}

/**
 * An exact decimal number. Write money and computed amounts as text, `"0.15"`: a number that came out of a
 * calculation, such as `0.1 + 0.2`, is sent with all the digits it has. The platform takes quantities either way;
 * that it takes prices as text is unconfirmed.
 */
export type Decimal = string | number;

/** Metered usage of one account (V1). */
export interface UsageReport {
  /** Whose usage it is. */
  account: UsageAccount;
  /** The instance that was used, for the old kind of add-ons. */
  addonInstance?: AddonInstance;
  /** What was used. */
  items: UsageItem[];
  /** Currency of the prices, ISO 4217. */
  currency?: string;
  /**
   * When it was used: ISO 8601 with milliseconds and offset, or milliseconds since 1970. Without it, the
   * moment the marketplace takes the report (unconfirmed).
   */
  date?: string | number;
}

/** The account that usage is reported for. */
export interface UsageAccount {
  /** The vendor's own ID, which it answered to the order. */
  accountIdentifier: string;
  /** State of the subscription. Not needed. */
  status?: string;
  /** The account that an add-on belongs to. Not needed. */
  parentAccountIdentifier?: string;
}

/**
 * Usage of one unit. Preconfigured: `unit` and `quantity`. Custom: `quantity`, `price` and `description`, and
 * `customUnit` if it has a name.
 */
export interface UsageItem {
  /** A unit that the edition prices. */
  unit?: PricingUnit;
  /** Name of a unit of the vendor's own. */
  customUnit?: string;
  /** How many of the unit. */
  quantity: Decimal;
  /** Price of one unit, in `currency`. */
  price?: Decimal;
  /** What the customer reads on the invoice. */
  description?: string;
}

/** What became of reported usage (V1). */
export interface UsageResult {
  /** Whether the usage was taken. It may be false in a 200. */
  success: boolean;
  /** What the marketplace has to say. */
  message?: string;
  /** Why not, for example `USER_NOT_FOUND` or `CONFIGURATION_ERROR`. */
  errorCode?: string;
}

/** Metered usage of many accounts (V2), at most 250 usages in all. */
export interface UsageReportV2 {
  /**
   * The vendor's own key of this report, a UUID for example. A report under a key that was used before is
   * refused, so the same usage is never billed twice.
   */
  idempotencyKey: string;
  /** Whether it is billed; false asks for an estimate. */
  billable: boolean;
  /** Where the report comes from, for example `api`. */
  sourceType?: string;
  /** ID that several reports share. Its use is unconfirmed. */
  requestGroupId?: string;
  /** The marketplace's ID of a subscription. For marketplace managers. */
  subscriptionId?: string;
  /** The marketplace's ID of a vendor. For marketplace managers. */
  vendorId?: string;
  /** Usage by account. */
  usages: AccountUsage[];
}

/** What one account used. */
export interface AccountUsage {
  /** The account's `accountIdentifier`: the vendor's own ID. */
  accountId: string;
  /** The marketplace's ID of the subscription. */
  subscriptionId?: string | null;
  /** What it used. */
  usageList: UsageEvent[];
}

/**
 * Usage of one unit. Preconfigured: `pricingUnit` and `quantity`. Custom: `quantity`, `unitPrice` and
 * `description`, and `customUnit` if it has a name.
 */
export interface UsageEvent {
  /** A unit that the edition prices. */
  pricingUnit?: PricingUnit | null;
  /** Name of a unit of the vendor's own. */
  customUnit?: string | null;
  /** How many of the unit. */
  quantity: Decimal;
  /** Price of one unit, in `currency`. */
  unitPrice?: Decimal | null;
  /** What the customer reads on the invoice. */
  description?: string | null;
  /** Currency of `unitPrice`, ISO 4217. */
  currency?: string | null;
  /** When it was used, with milliseconds and offset: `2024-05-31T23:59:59.000Z`. */
  eventDate?: string | null;
  /** The vendor's own ID of this usage, by which `usage.getStatus` names it when it is refused. */
  eventId?: string | null;
  /** Further facts of the vendor's own, by name. */
  attributes?: UsageAttributes | null;
}

/** Facts of the vendor's own about a usage, by name. */
export interface UsageAttributes {
  [key: string]: string;
}

/** That a usage report (V2) was taken. */
export interface UsageReceipt {
  /** What to ask `usage.getStatus` by. */
  requestId: string;
  /** Key that the report came under. */
  idempotencyKey?: string;
  /** Path of the report's status. */
  queryUsageStatus?: string;
}

/** Where a usage report (V2) stands. */
export interface UsageStatus {
  /** State in one word. The words are unconfirmed; go by the counts. */
  status?: string;
  /** Usages that were reported. */
  totalUsagesCount?: number;
  /** Usages that were processed. */
  processedUsagesCount?: number;
  /** Usages that were refused. */
  failedUsagesCount?: number;
  /** Usages that were refused. */
  failedUsages?: FailedUsage[];
}

/** A usage that was refused. */
export interface FailedUsage {
  /** The vendor's own ID of the usage. */
  eventId?: string;
  /** Code of the reason. The codes are unconfirmed. */
  errorCode?: string;
  /** The reason in words. */
  errorDescription?: string;
}

/** Why a call about usage (V2) was refused. */
export interface UsageError {
  /** Status of the answer once more. */
  status?: number;
  /** Code of the error. The codes are unconfirmed. */
  code?: string;
  /** What went wrong. */
  message?: string;
}

/** An assignment that was made or ended at the vendor. */
export interface UserSyncTask {
  /** What the task is about. */
  type: "ASSIGNMENT" | (string & {});
  /** Whether the user was assigned or unassigned. */
  operation: "ASSIGN" | "UNASSIGN" | (string & {});
  /** The vendor's own ID of the account. */
  accountIdentifier: string;
  /** The marketplace's ID of the vendor. */
  developerIdentifier: string;
  /** The vendor's own ID of the user. */
  userIdentifier: string;
  /** Name that the user signs in by. */
  userName?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** E-mail address. */
  email?: string;
}

/** The SAML identity provider of a subscription. The names are those of the Java SDK; no answer has been published. */
export interface SamlIdp {
  /** Version of this description. Whether it is a number or text is unconfirmed. */
  version?: unknown;
  /** ID of the identity provider in the marketplace. */
  uuid?: string;
  /** Entity ID of the identity provider. */
  idpIdentifier?: string;
  /** The vendor's address that assertions are posted to. */
  assertionConsumerServiceUrl?: string;
  /** The vendor's address that a user starts from. */
  spLaunchUrl?: string;
  /** Audience of the assertions. */
  audienceUrl?: string;
  /** Where the marketplace signs users in. */
  loginUrl?: string;
  /** Relay state that is sent along. */
  relayState?: string;
  /** What the name ID is. Its values are unconfirmed. */
  nameIdType?: string;
  /** Name ID. */
  nameId?: string;
  /** Minutes that an assertion is valid before it was made. */
  notBeforeMinutes?: number;
  /** Minutes that an assertion is valid after it was made. */
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

/** What became of the verification of a domain. */
export interface DomainVerification {
  /** Whether the domain belongs to the customer. */
  verified: boolean;
}

/** What the marketplace says when it refuses. The form is documented for user sync alone. */
export interface MarketplaceError {
  /** Code of the error. */
  code?: string;
  /** What went wrong. */
  message?: string;
}
