import type { EventAccount, EventCompany, EventOrder, EventPayload, EventUser, MarketplaceEvent } from "./event.js";

/**
 * Event to send: its type, and everything that differs from the template of that type. `payload` replaces only the
 * parts it contains. A type without a template starts with an empty payload.
 */
export type EventDraft = { readonly type: KnownEventType | (string & {}) } & Partial<
  Omit<MarketplaceEvent, "type" | "payload">
> & { readonly payload?: Partial<EventPayload> };

/** Event types with a template. */
export type KnownEventType = keyof typeof payloadTemplates;

const harborPrintWorks: EventCompany = {
  uuid: "eead7f79-cf8a-5b84-88b6-6df9ca9b5595",
  externalId: "CRM-88120",
  name: "Harbor Print Works",
  email: "office@harbor-print.example",
  phoneNumber: "+1 207 555 0100",
  website: "https://harbor-print.example",
  country: "US",
};

const account: EventAccount = { accountIdentifier: "hpw-00317", status: "ACTIVE", parentAccountIdentifier: null };

/** Instance of the old kind of add-on. */
const addonInstance = { id: "queue-7741" };

const mira = {
  uuid: "13b30f0b-785f-52e9-999f-b93060ba513d",
  email: "mira@harbor-print.example",
  firstName: "Mira",
  lastName: "Okafor",
  language: "en",
  locale: "en-US",
  address: {
    salutation: null,
    firstName: "Mira",
    lastName: "Okafor",
    fullName: "Mira Okafor",
    companyName: "Harbor Print Works",
    phone: "+1 207 555 0142",
    phoneExtension: null,
    fax: null,
    faxExtension: null,
    street1: "18 Ropewalk Lane",
    street2: "",
    city: "Portland",
    state: "ME",
    zip: "04101",
    country: "US",
    pobox: null,
    pozip: null,
  },
  attributes: null,
};

const jonas = {
  uuid: "b4875c4d-e1c7-579b-8b8a-bc8992e78bbe",
  email: "jonas@harbor-print.example",
  firstName: "Jonas",
  lastName: "Lindqvist",
  language: "sv",
  locale: "sv-SE",
  address: null,
  attributes: { userName: "jonas.l@harborprint.onvendor.example" },
};

const emptyPayload: EventPayload = {
  user: null,
  company: null,
  account: null,
  addonInstance: null,
  addonBinding: null,
  order: null,
  notice: null,
  configuration: {},
};

type PayloadTemplate = (marketplaceUrl: string) => Partial<EventPayload>;

const payloadTemplates = {
  SUBSCRIPTION_ORDER: () => ({
    company: harborPrintWorks,
    order: orderOf("STUDIO", 12, 50),
    configuration: { domain: "harborprint", region: "us-east" },
  }),
  SUBSCRIPTION_CHANGE: () => ({ account, order: orderOf("STUDIO-PLUS", 25, 100) }),
  SUBSCRIPTION_CANCEL: () => ({ account }),
  SUBSCRIPTION_NOTICE: () => ({
    account: { ...account, status: "SUSPENDED" },
    notice: { type: "DEACTIVATED", message: null },
  }),
  USER_ASSIGNMENT: (marketplaceUrl) => ({ account, user: userAt(marketplaceUrl, jonas) }),
  USER_UNASSIGNMENT: (marketplaceUrl) => ({ account, user: userAt(marketplaceUrl, jonas) }),
  USER_UPDATED: (marketplaceUrl) => ({ account, user: userAt(marketplaceUrl, jonas) }),
  ADDON_ORDER: () => ({ account, order: addonOrder("queue:harborvendor:small", 4) }),
  ADDON_CHANGE: () => ({ account, addonInstance, order: addonOrder("queue:harborvendor:large", 9) }),
  ADDON_CANCEL: () => ({ account, addonInstance }),
  ADDON_BIND: () => ({ account, addonInstance }),
  ADDON_UNBIND: () => ({ account, addonInstance, addonBinding: { id: "bind-22" } }),
} as const satisfies Record<string, PayloadTemplate>;

/** Event types with a template. */
export const knownEventTypes: readonly string[] = Object.keys(payloadTemplates);

/** Ping events that every marketplace serves, by token. */
const dummyTypes = {
  dummyOrder: "SUBSCRIPTION_ORDER",
  dummyChange: "SUBSCRIPTION_CHANGE",
  dummyCancel: "SUBSCRIPTION_CANCEL",
  dummyNotice: "SUBSCRIPTION_NOTICE",
  dummyAssign: "USER_ASSIGNMENT",
  dummyUnassign: "USER_UNASSIGNMENT",
  dummyAddonOrder: "ADDON_ORDER",
  dummyAddonChange: "ADDON_CHANGE",
  dummyAddonCancel: "ADDON_CANCEL",
  dummyAddonBind: "ADDON_BIND",
  dummyAddonUnbind: "ADDON_UNBIND",
} as const satisfies Record<string, KnownEventType>;

/** Completes a draft from the template of its type. */
export function completeEvent(draft: EventDraft, marketplaceUrl: string): MarketplaceEvent {
  const { type, payload, ...rest } = draft;
  return {
    type,
    marketplace: { partner: "NORTHWIND", baseUrl: marketplaceUrl },
    applicationUuid: null,
    flag: null,
    // The marketplace itself sends notices, so they have no creator.
    creator: type === "SUBSCRIPTION_NOTICE" ? null : userAt(marketplaceUrl, mira),
    payload: { ...emptyPayload, ...payloadTemplate(type)(marketplaceUrl), ...payload },
    returnUrl: null,
    links: [],
    ...rest,
  };
}

/** Path to which the vendor returns the user of an interactive event. */
export function returnPath(type: string, token: string): string {
  return `${type === "SUBSCRIPTION_CANCEL" ? "/finishcancel" : "/finishprocure"}?token=${token}`;
}

/** Pings whose type can be interactive. The others have no return URL. */
const interactiveDummies: ReadonlySet<string> = new Set(["dummyOrder", "dummyChange", "dummyCancel"]);

/**
 * Ping events by token. They claim to come from `acme.appdirect.com` on any marketplace, as the real ones do: the
 * `baseUrl` of an event is not the URL it was fetched from.
 */
export function dummyEvents(): ReadonlyMap<string, MarketplaceEvent> {
  return new Map(Object.entries(dummyTypes).map(([token, type]) => [token, dummyEvent(token, type)]));
}

function dummyEvent(token: string, type: KnownEventType): MarketplaceEvent {
  const baseUrl = "https://acme.appdirect.com";
  const draft: EventDraft = {
    type,
    flag: "STATELESS",
    marketplace: { partner: "ACME", baseUrl },
    returnUrl: interactiveDummies.has(token) ? baseUrl + returnPath(type, token) : null,
  };
  const { account } = completeEvent(draft, baseUrl).payload;
  const payload = account === null ? {} : { account: { ...account, accountIdentifier: "dummy-account" } };
  return completeEvent({ ...draft, payload }, baseUrl);
}

function payloadTemplate(type: string): PayloadTemplate {
  const templates: Readonly<Record<string, PayloadTemplate>> = payloadTemplates;
  return (Object.hasOwn(templates, type) ? templates[type] : undefined) ?? (() => ({}));
}

function orderOf(editionCode: string, users: number, gigabytes: number): EventOrder {
  return {
    editionCode,
    addonOfferingCode: null,
    pricingDuration: "MONTHLY",
    items: [
      { unit: "USER", quantity: users },
      { unit: "GIGABYTE", quantity: gigabytes },
    ],
  };
}

function addonOrder(addonOfferingCode: string, units: number): EventOrder {
  const items = [{ unit: "UNIT", quantity: units }];
  return { editionCode: null, addonOfferingCode, pricingDuration: "MONTHLY", items };
}

function userAt(marketplaceUrl: string, person: Omit<EventUser, "openId"> & { readonly uuid: string }): EventUser {
  const { uuid, ...rest } = person;
  return { uuid, openId: `${marketplaceUrl}/openid/id/${uuid}`, ...rest };
}
