/** Postal address of a person. Any part may be missing. */
export type EventAddress = {
  readonly salutation: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly fullName: string | null;
  readonly companyName: string | null;
  readonly phone: string | null;
  readonly phoneExtension: string | null;
  readonly fax: string | null;
  readonly faxExtension: string | null;
  readonly street1: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly country: string | null;
  readonly pobox: string | null;
  readonly pozip: string | null;
};

/** Person in the buying company. */
export type EventUser = {
  readonly uuid: string | null;
  readonly openId: string | null;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly language: string | null;
  readonly locale: string | null;
  readonly address: EventAddress | null;
  readonly attributes: Readonly<Record<string, string>> | null;
};

/** Buying company. */
export type EventCompany = {
  readonly uuid: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly website: string | null;
  readonly country: string | null;
};

/** Vendor account that the event concerns. */
export type EventAccount = {
  readonly accountIdentifier: string | null;
  readonly status: string | null;
  readonly parentAccountIdentifier: string | null;
};

/** Content of an order. */
export type EventOrder = {
  readonly editionCode: string | null;
  readonly addonOfferingCode: string | null;
  readonly pricingDuration: string;
  readonly items: ReadonlyArray<{ readonly unit: string; readonly quantity: number }>;
};

/** Payload of an event. Parts that the event type does not use are `null`. */
export type EventPayload = {
  readonly user: EventUser | null;
  readonly company: EventCompany | null;
  readonly account: EventAccount | null;
  readonly addonInstance: { readonly id: string } | null;
  readonly addonBinding: { readonly id: string } | null;
  readonly order: EventOrder | null;
  readonly notice: { readonly type: string; readonly message: string | null } | null;
  readonly configuration: Readonly<Record<string, string>>;
};

/** Event as stored by the marketplace. JSON and XML are both generated from it. */
export type MarketplaceEvent = {
  readonly type: string;
  readonly marketplace: { readonly partner: string; readonly baseUrl: string };
  readonly applicationUuid: string | null;
  readonly flag: "STATELESS" | "DEVELOPMENT" | null;
  readonly creator: EventUser | null;
  readonly payload: EventPayload;
  readonly returnUrl: string | null;
  readonly links: ReadonlyArray<{ readonly rel: string; readonly href: string }>;
};
