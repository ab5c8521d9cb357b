import type {
  AddonBinding,
  AddonInstance,
  EventAccount,
  EventAddress,
  EventBase,
  EventCompany,
  EventCustomAttribute,
  EventFreeTrial,
  EventLink,
  EventNotice,
  EventOrder,
  EventOrderItem,
  EventPayload,
  EventUser,
  Marketplace,
} from "../../generated/appdirect/types.js";

/** What a part of an event is. A map has names of its own, such as the fields of a product, and texts as its values. */
export type Shape = "text" | "number" | "boolean" | "map" | ListShape | ObjectShape;

/** Several parts of one shape. */
export interface ListShape {
  readonly item: Shape;
  /** What XML calls one of them; it repeats the element, and has none around them. */
  readonly itemName: string;
  /** What a list without items comes to, whether it was written or not. */
  readonly whenEmpty: "empty" | "absent";
}

/** Parts with names. */
export interface ObjectShape {
  readonly members: Readonly<Record<string, Shape>>;
  /** Whether XML writes its members as attributes. */
  readonly hasAttributes?: true;
}

/** What nobody documented. */
export const undocumented: ObjectShape = { members: {} };

/** Whether there are several of a part. */
export function isList(shape: Shape | undefined): shape is ListShape {
  return typeof shape === "object" && "item" in shape;
}

const marketplace = { members: { partner: "text", baseUrl: "text" } } satisfies ObjectOf<Marketplace>;

const address = {
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
} satisfies ObjectOf<EventAddress>;

const user = {
  members: {
    uuid: "text",
    openId: "text",
    email: "text",
    firstName: "text",
    lastName: "text",
    language: "text",
    locale: "text",
    address,
    attributes: "map",
  },
} satisfies ObjectOf<EventUser>;

const company = {
  members: {
    uuid: "text",
    externalId: "text",
    name: "text",
    email: "text",
    phoneNumber: "text",
    website: "text",
    country: "text",
  },
} satisfies ObjectOf<EventCompany>;

const account = {
  members: { accountIdentifier: "text", status: "text", parentAccountIdentifier: "text" },
} satisfies ObjectOf<EventAccount>;

const item = { members: { unit: "text", quantity: "number" } } satisfies ObjectOf<EventOrderItem>;

const customAttribute = {
  members: { attributeType: "text", name: "text", value: "text" },
} satisfies ObjectOf<EventCustomAttribute>;

const freeTrial = { members: { active: "boolean" } } satisfies ObjectOf<EventFreeTrial>;

const order = {
  members: {
    editionCode: "text",
    addonOfferingCode: "text",
    pricingDuration: "text",
    items: { item, itemName: "item", whenEmpty: "empty" },
    // No event that was published has them.
    customAttributes: { item: customAttribute, itemName: "customAttribute", whenEmpty: "absent" },
    discountCode: "text",
    freeTrial,
  },
} satisfies ObjectOf<EventOrder>;

const notice = { members: { type: "text", message: "text" } } satisfies ObjectOf<EventNotice>;
const addonInstance = { members: { id: "text" } } satisfies ObjectOf<AddonInstance>;
const addonBinding = { members: { id: "text" } } satisfies ObjectOf<AddonBinding>;

const payload = {
  members: { company, account, user, order, notice, addonInstance, addonBinding, configuration: "map" },
} satisfies ObjectOf<EventPayload>;

// An `atom:link`, which has nothing but attributes.
const link = { members: { rel: "text", href: "text" }, hasAttributes: true } satisfies ObjectOf<EventLink>;

/** An event of any type. */
export const eventShape = {
  members: {
    type: "text",
    marketplace,
    applicationUuid: "text",
    flag: "text",
    returnUrl: "text",
    creator: user,
    links: { item: link, itemName: "link", whenEmpty: "empty" },
    payload,
  },
} satisfies ObjectOf<EventBase & { readonly type: string; readonly payload: EventPayload }>;

/** The shape of a type of the document: a member that is added there does not compile until it has its line here. */
interface ObjectOf<T> {
  readonly members: { readonly [K in keyof Required<T>]: ShapeOf<NonNullable<T[K]>> };
  readonly hasAttributes?: true;
}

type ShapeOf<T> = T extends string
  ? "text"
  : T extends number
    ? "number"
    : T extends boolean
      ? "boolean"
      : T extends readonly unknown[]
        ? ListShape
        : string extends keyof T
          ? "map"
          : ObjectShape;
