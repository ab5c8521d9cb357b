// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { ObjectShape } from "../../runtime/index.js";

/** Shape of `Marketplace`. */
const marketplaceShape: ObjectShape = {
  members: {
    partner: "text",
    baseUrl: "text",
  },
};

/** Shape of `EventAddress`. */
const eventAddressShape: ObjectShape = {
  members: {
    salutation: "text",
    firstName: "text",
    lastName: "text",
    fullName: "text",
    companyName: "text",
    phone: "text",
    phoneExtension: "text",
    fax: "text",
    faxExtension: "text",
    street1: "text",
    street2: "text",
    city: "text",
    state: "text",
    zip: "text",
    country: "text",
    pobox: "text",
    pozip: "text",
  },
};

/** Shape of `EventUser`. */
const eventUserShape: ObjectShape = {
  members: {
    uuid: "text",
    openId: "text",
    email: "text",
    firstName: "text",
    lastName: "text",
    language: "text",
    locale: "text",
    address: eventAddressShape,
    attributes: "map",
  },
};

/** Shape of `EventLink`. */
const eventLinkShape: ObjectShape = {
  attributes: ["rel", "href"],
  members: {
    rel: "text",
    href: "text",
  },
};

/** Shape of `EventCompany`. */
const eventCompanyShape: ObjectShape = {
  members: {
    uuid: "text",
    externalId: "text",
    name: "text",
    email: "text",
    phoneNumber: "text",
    website: "text",
    country: "text",
  },
};

/** Shape of `EventAccount`. */
const eventAccountShape: ObjectShape = {
  members: {
    accountIdentifier: "text",
    status: "text",
    parentAccountIdentifier: "text",
  },
};

/** Shape of `EventOrderItem`. */
const eventOrderItemShape: ObjectShape = {
  members: {
    unit: "text",
    quantity: "number",
  },
};

/** Shape of `EventCustomAttribute`. */
const eventCustomAttributeShape: ObjectShape = {
  members: {
    attributeType: "text",
    name: "text",
    value: "text",
  },
};

/** Shape of `EventFreeTrial`. */
const eventFreeTrialShape: ObjectShape = {
  members: {
    active: "boolean",
  },
};

/** Shape of `EventOrder`. */
const eventOrderShape: ObjectShape = {
  members: {
    editionCode: "text",
    addonOfferingCode: "text",
    pricingDuration: "text",
    items: { item: eventOrderItemShape, itemName: "item", isEmptyByDefault: true },
    customAttributes: { item: eventCustomAttributeShape, itemName: "customAttribute" },
    discountCode: "text",
    freeTrial: eventFreeTrialShape,
  },
};

/** Shape of `EventNotice`. */
const eventNoticeShape: ObjectShape = {
  members: {
    type: "text",
    message: "text",
  },
};

/** Shape of `AddonInstance`. */
const addonInstanceShape: ObjectShape = {
  members: {
    id: "text",
  },
};

/** Shape of `AddonBinding`. */
const addonBindingShape: ObjectShape = {
  members: {
    id: "text",
  },
};

/** Shape of `EventPayload`. */
const eventPayloadShape: ObjectShape = {
  members: {
    company: eventCompanyShape,
    account: eventAccountShape,
    user: eventUserShape,
    order: eventOrderShape,
    notice: eventNoticeShape,
    addonInstance: addonInstanceShape,
    addonBinding: addonBindingShape,
    configuration: "map",
  },
};

/** Shape of `Event`. */
export const eventShape: ObjectShape = {
  elementName: "event",
  discriminator: {
    property: "type",
    values: [
      "SUBSCRIPTION_ORDER",
      "SUBSCRIPTION_CHANGE",
      "SUBSCRIPTION_CANCEL",
      "SUBSCRIPTION_NOTICE",
      "USER_ASSIGNMENT",
      "USER_UNASSIGNMENT",
      "USER_UPDATED",
      "ADDON_ORDER",
      "ADDON_CHANGE",
      "ADDON_CANCEL",
      "ADDON_BIND",
      "ADDON_UNBIND",
      "USER_SYNC",
      "USER_LINK",
      "ACCOUNT_SYNC",
      "ACCOUNT_UNSYNC",
      "UNIT_TRANSFER",
      "EDITION_ELIGIBILITY",
    ],
  },
  members: {
    marketplace: marketplaceShape,
    applicationUuid: "text",
    flag: "text",
    returnUrl: "text",
    creator: eventUserShape,
    links: { item: eventLinkShape, itemName: "link", isEmptyByDefault: true },
    type: "text",
    payload: eventPayloadShape,
  },
};
