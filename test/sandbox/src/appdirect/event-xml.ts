import { XMLBuilder } from "fast-xml-parser";
import type { EventOrder, EventPayload, EventUser, MarketplaceEvent } from "./event.js";

const builder = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
});

/**
 * Formats an event as the XML that marketplaces have used since 2016: `null` is omitted, items are direct children of
 * the order, and maps become entries with key and value.
 */
export function formatEventXml(event: MarketplaceEvent): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build(eventDocument(event))}`;
}

/**
 * Formats an event as the XML of 2012: elements in alphabetical order, no XML declaration, and none of the later
 * elements.
 */
export function formatEventXmlOf2012(event: MarketplaceEvent): string {
  return builder.build(sortElements(eventDocument(removeLaterParts(event))));
}

function eventDocument(event: MarketplaceEvent): object {
  const { type, marketplace, applicationUuid, flag, creator, payload, returnUrl, links } = event;
  return {
    event: omitNulls({
      "@xmlns:atom": "http://www.w3.org/2005/Atom",
      type,
      marketplace: { baseUrl: marketplace.baseUrl, partner: marketplace.partner },
      applicationUuid,
      flag,
      creator: creator && userXml(creator),
      payload: payloadXml(payload),
      returnUrl,
      "atom:link": links.map(({ rel, href }) => ({ "@rel": rel, "@href": href })),
    }),
  };
}

function removeLaterParts({ creator, payload, ...event }: MarketplaceEvent): MarketplaceEvent {
  const { account, company, user } = payload;
  return {
    ...event,
    applicationUuid: null,
    links: [],
    creator: creator && earlyUser(creator),
    payload: {
      ...payload,
      account: account && { ...account, status: null, parentAccountIdentifier: null },
      company: company && { ...company, externalId: null },
      user: user && earlyUser(user),
    },
  };
}

function earlyUser(user: EventUser): EventUser {
  return { ...user, locale: null, address: null, attributes: null };
}

/**
 * Sorts elements by name. Removes attributes (written with `@`), because only namespaces use them and 2012 had none.
 */
function sortElements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortElements);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !name.startsWith("@"));
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sortElements(member)]));
}

/** Elements in alphabetical order, except inside the company, as in captured events. */
function payloadXml({ account, addonBinding, addonInstance, company, configuration, ...rest }: EventPayload): object {
  const { notice, order, user } = rest;
  return omitNulls({
    account: account && omitNulls(account),
    addonBinding,
    addonInstance,
    company: company && omitNulls(company),
    configuration: entriesXml(configuration),
    notice: notice && omitNulls(notice),
    order: order && orderXml(order),
    user: user && userXml(user),
  });
}

function orderXml({ editionCode, addonOfferingCode, pricingDuration, items }: EventOrder): object {
  const item = items.map(({ unit, quantity }) => ({ quantity, unit }));
  return omitNulls({ editionCode, addonOfferingCode, pricingDuration, item });
}

function userXml({ address, attributes, ...user }: EventUser): object {
  const { email, firstName, language, lastName, locale, openId, uuid } = user;
  return omitNulls({
    address: address && omitNulls(address),
    attributes: attributes && entriesXml(attributes),
    email,
    firstName,
    language,
    lastName,
    locale,
    openId,
    uuid,
  });
}

/** Entries of a map. For an empty map, the empty text makes the builder write an empty element. */
function entriesXml(map: Readonly<Record<string, string>>): object | "" {
  const entry = Object.entries(map).map(([key, value]) => ({ key, value }));
  return entry.length === 0 ? "" : { entry };
}

function omitNulls(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
