// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "../../runtime/index.js";
import type {
  Event,
  EventAccount,
  EventCompany,
  EventNotice,
  EventOrder,
  EventOrderItem,
  EventPayload,
  EventResult,
  EventUser,
  Marketplace,
  MarketplaceError,
} from "./types.js";
import * as z from "./zod.js";

/** Checks {@link Event}. */
export const eventSchema: Schema<Event> = schema(() =>
  z.looseObject({
    type: z.string(),
    marketplace: marketplaceSchema,
    applicationUuid: z.optional(z.string()),
    flag: z.optional(z.string()),
    returnUrl: z.optional(z.string()),
    creator: z.optional(eventUserSchema),
    payload: eventPayloadSchema,
  }),
);

/** Checks {@link Marketplace}. */
export const marketplaceSchema: Schema<Marketplace> = schema(() =>
  z.looseObject({
    partner: z.optional(z.string()),
    baseUrl: z.string(),
  }),
);

/** Checks {@link EventUser}. */
export const eventUserSchema: Schema<EventUser> = schema(() =>
  z.looseObject({
    uuid: z.optional(z.string()),
    openId: z.optional(z.string()),
    email: z.optional(z.string()),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
    language: z.optional(z.string()),
    locale: z.optional(z.string()),
  }),
);

/** Checks {@link EventPayload}. */
export const eventPayloadSchema: Schema<EventPayload> = schema(() =>
  z.looseObject({
    company: z.optional(eventCompanySchema),
    account: z.optional(eventAccountSchema),
    user: z.optional(eventUserSchema),
    order: z.optional(eventOrderSchema),
    notice: z.optional(eventNoticeSchema),
    configuration: z.optional(z.unknown()),
  }),
);

/** Checks {@link EventCompany}. */
export const eventCompanySchema: Schema<EventCompany> = schema(() =>
  z.looseObject({
    uuid: z.optional(z.string()),
    externalId: z.optional(z.string()),
    name: z.optional(z.string()),
    email: z.optional(z.string()),
    phoneNumber: z.optional(z.string()),
    website: z.optional(z.string()),
    country: z.optional(z.string()),
  }),
);

/** Checks {@link EventAccount}. */
export const eventAccountSchema: Schema<EventAccount> = schema(() =>
  z.looseObject({
    accountIdentifier: z.optional(z.string()),
    status: z.optional(z.string()),
    parentAccountIdentifier: z.optional(z.string()),
  }),
);

/** Checks {@link EventOrder}. */
export const eventOrderSchema: Schema<EventOrder> = schema(() =>
  z.looseObject({
    editionCode: z.optional(z.string()),
    pricingDuration: z.optional(z.string()),
    items: z.optional(z.array(eventOrderItemSchema)),
  }),
);

/** Checks {@link EventOrderItem}. */
export const eventOrderItemSchema: Schema<EventOrderItem> = schema(() =>
  z.looseObject({
    unit: z.optional(z.string()),
    quantity: z.optional(z.number()),
  }),
);

/** Checks {@link EventNotice}. */
export const eventNoticeSchema: Schema<EventNotice> = schema(() =>
  z.looseObject({
    type: z.string(),
    message: z.optional(z.string()),
  }),
);

/** Checks {@link EventResult}. */
export const eventResultSchema: Schema<EventResult> = schema(() =>
  z.looseObject({
    success: z.boolean(),
    accountIdentifier: z.optional(z.string()),
    userIdentifier: z.optional(z.string()),
    errorCode: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);

/** Checks {@link MarketplaceError}. */
export const marketplaceErrorSchema: Schema<MarketplaceError> = schema(() =>
  z.looseObject({
    code: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);
