// Generated from appdirect.yaml. To change it, edit the document and generate again.

/**
 * What happened in the marketplace. `type` says which members of the payload are filled; a type that is not
 * known here is still an event.
 */
export interface Event {
  /** What happened. */
  type:
    | "SUBSCRIPTION_ORDER"
    | "SUBSCRIPTION_CHANGE"
    | "SUBSCRIPTION_CANCEL"
    | "SUBSCRIPTION_NOTICE"
    | "USER_ASSIGNMENT"
    | "USER_UNASSIGNMENT"
    | "USER_UPDATED"
    | "ADDON_ORDER"
    | "ADDON_CHANGE"
    | "ADDON_CANCEL"
    | "ADDON_BIND"
    | "ADDON_UNBIND"
    | (string & {});
  marketplace: Marketplace;
  /** The product, where the marketplace names it. */
  applicationUuid?: string;
  /**
   * `STATELESS` marks a ping: answer success and change nothing. `DEVELOPMENT` marks a developer's test of an
   * unpublished product. Absent for a real customer.
   */
  flag?: "STATELESS" | "DEVELOPMENT" | (string & {});
  /** Where to send the browser back to, for interactive endpoints only. */
  returnUrl?: string;
  /** Who caused the event. Notices have none. */
  creator?: EventUser;
  payload: EventPayload;
}

/** The marketplace that sent the event. */
export interface Marketplace {
  /** Name of the partner, `APPDIRECT` by default. */
  partner?: string;
  /** Address of the marketplace. A ping names one that is not the address it came from. */
  baseUrl: string;
}

/** A person in the marketplace. */
export interface EventUser {
  /** Stable ID of the person, the best key to know them by. */
  uuid?: string;
  /** OpenID of the person, in older events. */
  openId?: string;
  /** May change and is not always an address. */
  email?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Language, for example `en`. */
  language?: string;
  /** Locale as `en-US`, `en_US` or `es`. */
  locale?: string;
}

/** What the event is about. */
export interface EventPayload {
  /** Who orders. */
  company?: EventCompany;
  /** The account that the event is about. */
  account?: EventAccount;
  /** Who is assigned, unassigned or updated. */
  user?: EventUser;
  /** What is ordered, or the order as it is now. */
  order?: EventOrder;
  /** What the marketplace lets the vendor know. */
  notice?: EventNotice;
  /** Values of the product's own fields. A map; older events send lists of entries. */
  configuration?: unknown;
}

/** The company that orders. */
export interface EventCompany {
  /** Stable ID of the company. */
  uuid?: string;
  /** ID of the company in a system outside the marketplace. */
  externalId?: string;
  /** Name of the company. */
  name?: string;
  /** E-mail address. */
  email?: string;
  /** Telephone. */
  phoneNumber?: string;
  /** Website, with or without its scheme. */
  website?: string;
  /** Country, ISO 3166 alpha-2. */
  country?: string;
}

/** An account as the vendor and the marketplace know it. */
export interface EventAccount {
  /** ID that the vendor gave the account when it was ordered. */
  accountIdentifier?: string;
  /** State of the subscription. */
  status?:
    | "INITIALIZED"
    | "FAILED"
    | "FREE_TRIAL"
    | "FREE_TRIAL_EXPIRED"
    | "ACTIVE"
    | "SUSPENDED"
    | "CANCELLED"
    | (string & {});
  /** The account that an add-on belongs to. */
  parentAccountIdentifier?: string;
}

/** Edition and quantities. */
export interface EventOrder {
  /** The vendor's code of the edition. */
  editionCode?: string;
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
}

/** How much of a unit. */
export interface EventOrderItem {
  /** The unit, for example `USER`. */
  unit?: string;
  /** How many. */
  quantity?: number;
}

/** A notice of the marketplace. */
export interface EventNotice {
  /**
   * `DEACTIVATED` suspend access and keep the data, `REACTIVATED` restore access, `CLOSED` delete or archive,
   * `UPCOMING_INVOICE` changes nothing.
   */
  type: "DEACTIVATED" | "REACTIVATED" | "CLOSED" | "UPCOMING_INVOICE" | (string & {});
  /** A message for the vendor. */
  message?: string;
}

/** The vendor's answer to an event. */
export interface EventResult {
  /** Whether the vendor did what the event asked for. */
  success: boolean;
  /** The vendor's own ID of the account: required with a successful order, and sent back in every later event. */
  accountIdentifier?: string;
  /** The vendor's own ID of an assigned user. */
  userIdentifier?: string;
  /** Why not, required when `success` is false. */
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

/** What the marketplace says when it refuses. The form is not documented. */
export interface MarketplaceError {
  /** Code of the error. */
  code?: string;
  /** What went wrong. */
  message?: string;
  [key: string]: unknown;
}
