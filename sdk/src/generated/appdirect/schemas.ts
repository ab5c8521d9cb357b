// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, type Schema, schema } from "../../runtime/index.js";
import type {
  AccountPayload,
  AccountSyncEvent,
  AccountUnsyncEvent,
  AccountUsage,
  AddonBindEvent,
  AddonBinding,
  AddonCancelEvent,
  AddonChangeEvent,
  AddonInstance,
  AddonInstancePayload,
  AddonOrderEvent,
  AddonOrderPayload,
  AddonUnbindEvent,
  AddonUnbindPayload,
  Decimal,
  DomainVerification,
  EditionEligibilityEvent,
  Event,
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
  EventResult,
  EventUser,
  FailedUsage,
  IdentifiedAccount,
  Marketplace,
  MarketplaceError,
  NoticePayload,
  PricingUnit,
  SamlIdp,
  SubscriptionCancelEvent,
  SubscriptionChangeEvent,
  SubscriptionChangePayload,
  SubscriptionNoticeEvent,
  SubscriptionOrderEvent,
  SubscriptionOrderPayload,
  UnitTransferEvent,
  UsageAccount,
  UsageAttributes,
  UsageError,
  UsageEvent,
  UsageItem,
  UsageReceipt,
  UsageReport,
  UsageReportV2,
  UsageResult,
  UsageStatus,
  UserAssignmentEvent,
  UserLinkEvent,
  UserPayload,
  UserSyncEvent,
  UserSyncTask,
  UserUnassignmentEvent,
  UserUpdatedEvent,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Event}. */
export const eventSchema: Schema<Event> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("type", {
    SUBSCRIPTION_ORDER: subscriptionOrderEventSchema,
    SUBSCRIPTION_CHANGE: subscriptionChangeEventSchema,
    SUBSCRIPTION_CANCEL: subscriptionCancelEventSchema,
    SUBSCRIPTION_NOTICE: subscriptionNoticeEventSchema,
    USER_ASSIGNMENT: userAssignmentEventSchema,
    USER_UNASSIGNMENT: userUnassignmentEventSchema,
    USER_UPDATED: userUpdatedEventSchema,
    ADDON_ORDER: addonOrderEventSchema,
    ADDON_CHANGE: addonChangeEventSchema,
    ADDON_CANCEL: addonCancelEventSchema,
    ADDON_BIND: addonBindEventSchema,
    ADDON_UNBIND: addonUnbindEventSchema,
    USER_SYNC: userSyncEventSchema,
    USER_LINK: userLinkEventSchema,
    ACCOUNT_SYNC: accountSyncEventSchema,
    ACCOUNT_UNSYNC: accountUnsyncEventSchema,
    UNIT_TRANSFER: unitTransferEventSchema,
    EDITION_ELIGIBILITY: editionEligibilityEventSchema,
  }),
);

/** Schema of {@link EventBase}. */
export const eventBaseSchema: Schema<EventBase> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    marketplace: marketplaceSchema,
    applicationUuid: z.optional(z.string()),
    flag: z.optional(z.string()),
    returnUrl: z.optional(z.string()),
    creator: z.optional(eventUserSchema),
    links: z.optional(z.array(eventLinkSchema)),
  }),
);

/** Schema of {@link SubscriptionOrderEvent}. */
export const subscriptionOrderEventSchema: Schema<SubscriptionOrderEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("SUBSCRIPTION_ORDER"),
      payload: subscriptionOrderPayloadSchema,
    }),
  ),
);

/** Schema of {@link SubscriptionChangeEvent}. */
export const subscriptionChangeEventSchema: Schema<SubscriptionChangeEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("SUBSCRIPTION_CHANGE"),
      payload: subscriptionChangePayloadSchema,
    }),
  ),
);

/** Schema of {@link SubscriptionCancelEvent}. */
export const subscriptionCancelEventSchema: Schema<SubscriptionCancelEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("SUBSCRIPTION_CANCEL"),
      payload: accountPayloadSchema,
    }),
  ),
);

/** Schema of {@link SubscriptionNoticeEvent}. */
export const subscriptionNoticeEventSchema: Schema<SubscriptionNoticeEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("SUBSCRIPTION_NOTICE"),
      payload: noticePayloadSchema,
    }),
  ),
);

/** Schema of {@link UserAssignmentEvent}. */
export const userAssignmentEventSchema: Schema<UserAssignmentEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("USER_ASSIGNMENT"),
      payload: userPayloadSchema,
    }),
  ),
);

/** Schema of {@link UserUnassignmentEvent}. */
export const userUnassignmentEventSchema: Schema<UserUnassignmentEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("USER_UNASSIGNMENT"),
      payload: userPayloadSchema,
    }),
  ),
);

/** Schema of {@link UserUpdatedEvent}. */
export const userUpdatedEventSchema: Schema<UserUpdatedEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("USER_UPDATED"),
      payload: userPayloadSchema,
    }),
  ),
);

/** Schema of {@link AddonOrderEvent}. */
export const addonOrderEventSchema: Schema<AddonOrderEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ADDON_ORDER"),
      payload: addonOrderPayloadSchema,
    }),
  ),
);

/** Schema of {@link AddonChangeEvent}. */
export const addonChangeEventSchema: Schema<AddonChangeEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ADDON_CHANGE"),
      payload: addonInstancePayloadSchema,
    }),
  ),
);

/** Schema of {@link AddonCancelEvent}. */
export const addonCancelEventSchema: Schema<AddonCancelEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ADDON_CANCEL"),
      payload: addonInstancePayloadSchema,
    }),
  ),
);

/** Schema of {@link AddonBindEvent}. */
export const addonBindEventSchema: Schema<AddonBindEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ADDON_BIND"),
      payload: addonInstancePayloadSchema,
    }),
  ),
);

/** Schema of {@link AddonUnbindEvent}. */
export const addonUnbindEventSchema: Schema<AddonUnbindEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ADDON_UNBIND"),
      payload: addonUnbindPayloadSchema,
    }),
  ),
);

/** Schema of {@link UserSyncEvent}. */
export const userSyncEventSchema: Schema<UserSyncEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("USER_SYNC"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link UserLinkEvent}. */
export const userLinkEventSchema: Schema<UserLinkEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("USER_LINK"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link AccountSyncEvent}. */
export const accountSyncEventSchema: Schema<AccountSyncEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ACCOUNT_SYNC"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link AccountUnsyncEvent}. */
export const accountUnsyncEventSchema: Schema<AccountUnsyncEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("ACCOUNT_UNSYNC"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link UnitTransferEvent}. */
export const unitTransferEventSchema: Schema<UnitTransferEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("UNIT_TRANSFER"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link EditionEligibilityEvent}. */
export const editionEligibilityEventSchema: Schema<EditionEligibilityEvent> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventBaseSchema,
    z.looseObject({
      type: z.literal("EDITION_ELIGIBILITY"),
      payload: eventPayloadSchema,
    }),
  ),
);

/** Schema of {@link EventPayload}. */
export const eventPayloadSchema: Schema<EventPayload> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    company: z.optional(eventCompanySchema),
    account: z.optional(eventAccountSchema),
    user: z.optional(eventUserSchema),
    order: z.optional(eventOrderSchema),
    notice: z.optional(eventNoticeSchema),
    addonInstance: z.optional(addonInstanceSchema),
    addonBinding: z.optional(addonBindingSchema),
    configuration: z.optional(z.record(z.string(), z.string())),
  }),
);

/** Schema of {@link SubscriptionOrderPayload}. */
export const subscriptionOrderPayloadSchema: Schema<SubscriptionOrderPayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      order: eventOrderSchema,
    }),
  ),
);

/** Schema of {@link SubscriptionChangePayload}. */
export const subscriptionChangePayloadSchema: Schema<SubscriptionChangePayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      order: eventOrderSchema,
    }),
  ),
);

/** Schema of {@link AccountPayload}. */
export const accountPayloadSchema: Schema<AccountPayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
    }),
  ),
);

/** Schema of {@link NoticePayload}. */
export const noticePayloadSchema: Schema<NoticePayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      notice: eventNoticeSchema,
    }),
  ),
);

/** Schema of {@link UserPayload}. */
export const userPayloadSchema: Schema<UserPayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      user: eventUserSchema,
    }),
  ),
);

/** Schema of {@link AddonOrderPayload}. */
export const addonOrderPayloadSchema: Schema<AddonOrderPayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      order: z.intersection(
        eventOrderSchema,
        z.looseObject({
          addonOfferingCode: z.string(),
        }),
      ),
    }),
  ),
);

/** Schema of {@link AddonInstancePayload}. */
export const addonInstancePayloadSchema: Schema<AddonInstancePayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      addonInstance: addonInstanceSchema,
    }),
  ),
);

/** Schema of {@link AddonUnbindPayload}. */
export const addonUnbindPayloadSchema: Schema<AddonUnbindPayload> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventPayloadSchema,
    z.looseObject({
      account: identifiedAccountSchema,
      addonInstance: addonInstanceSchema,
      addonBinding: addonBindingSchema,
    }),
  ),
);

/** Schema of {@link Marketplace}. */
export const marketplaceSchema: Schema<Marketplace> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    partner: z.optional(z.string()),
    baseUrl: z.string(),
  }),
);

/** Schema of {@link EventLink}. */
export const eventLinkSchema: Schema<EventLink> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    rel: z.optional(z.string()),
    href: z.optional(z.string()),
  }),
);

/** Schema of {@link EventUser}. */
export const eventUserSchema: Schema<EventUser> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    uuid: z.optional(z.string()),
    openId: z.optional(z.string()),
    email: z.optional(z.string()),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
    language: z.optional(z.string()),
    locale: z.optional(z.string()),
    address: z.optional(eventAddressSchema),
    attributes: z.optional(z.record(z.string(), z.string())),
  }),
);

/** Schema of {@link EventAddress}. */
export const eventAddressSchema: Schema<EventAddress> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    salutation: z.optional(z.string()),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
    fullName: z.optional(z.string()),
    companyName: z.optional(z.string()),
    phone: z.optional(z.string()),
    phoneExtension: z.optional(z.string()),
    fax: z.optional(z.string()),
    faxExtension: z.optional(z.string()),
    street1: z.optional(z.string()),
    street2: z.optional(z.string()),
    city: z.optional(z.string()),
    state: z.optional(z.string()),
    zip: z.optional(z.string()),
    country: z.optional(z.string()),
    pobox: z.optional(z.string()),
    pozip: z.optional(z.string()),
  }),
);

/** Schema of {@link EventCompany}. */
export const eventCompanySchema: Schema<EventCompany> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    uuid: z.string(),
    externalId: z.optional(z.string()),
    name: z.string(),
    email: z.optional(z.string()),
    phoneNumber: z.optional(z.string()),
    website: z.optional(z.string()),
    country: z.optional(z.string()),
  }),
);

/** Schema of {@link EventAccount}. */
export const eventAccountSchema: Schema<EventAccount> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    accountIdentifier: z.optional(z.string()),
    status: z.optional(z.string()),
    parentAccountIdentifier: z.optional(z.string()),
  }),
);

/** Schema of {@link IdentifiedAccount}. */
export const identifiedAccountSchema: Schema<IdentifiedAccount> = /* @__PURE__ */ schema(() =>
  z.intersection(
    eventAccountSchema,
    z.looseObject({
      accountIdentifier: z.string(),
    }),
  ),
);

/** Schema of {@link EventOrder}. */
export const eventOrderSchema: Schema<EventOrder> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    editionCode: z.optional(z.string()),
    addonOfferingCode: z.optional(z.string()),
    pricingDuration: z.optional(z.string()),
    items: z.optional(z.array(eventOrderItemSchema)),
    customAttributes: z.optional(z.array(eventCustomAttributeSchema)),
    discountCode: z.optional(z.string()),
    freeTrial: z.optional(eventFreeTrialSchema),
  }),
);

/** Schema of {@link EventOrderItem}. */
export const eventOrderItemSchema: Schema<EventOrderItem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    unit: z.optional(pricingUnitSchema),
    quantity: z.optional(z.number()),
  }),
);

/** Schema of {@link EventCustomAttribute}. */
export const eventCustomAttributeSchema: Schema<EventCustomAttribute> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    attributeType: z.optional(z.string()),
    name: z.optional(z.string()),
    value: z.optional(z.string()),
  }),
);

/** Schema of {@link EventFreeTrial}. */
export const eventFreeTrialSchema: Schema<EventFreeTrial> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    active: z.optional(z.boolean()),
  }),
);

/** Schema of {@link PricingUnit}. */
export const pricingUnitSchema: Schema<PricingUnit> = /* @__PURE__ */ schema(() => z.string());

/** Schema of {@link EventNotice}. */
export const eventNoticeSchema: Schema<EventNotice> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.string(),
    message: z.optional(z.string()),
  }),
);

/** Schema of {@link AddonInstance}. */
export const addonInstanceSchema: Schema<AddonInstance> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Schema of {@link AddonBinding}. */
export const addonBindingSchema: Schema<AddonBinding> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Schema of {@link EventResult}. */
export const eventResultSchema: Schema<EventResult> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    success: z.boolean(),
    accountIdentifier: z.optional(z.string()),
    userIdentifier: z.optional(z.string()),
    errorCode: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);

/** Schema of {@link Decimal}. */
export const decimalSchema: Schema<Decimal> = /* @__PURE__ */ schema(() =>
  z.union([z.string().check(z.regex(new RegExp("^-?[0-9]+(\\.[0-9]+)?$", "u"))), z.number()]),
);

/** Schema of {@link UsageReport}. */
export const usageReportSchema: Schema<UsageReport> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    account: usageAccountSchema,
    addonInstance: z.optional(addonInstanceSchema),
    items: z.array(usageItemSchema),
    currency: z.optional(z.string()),
    date: z.optional(z.union([z.string(), z.int()])),
  }),
);

/** Schema of {@link UsageAccount}. */
export const usageAccountSchema: Schema<UsageAccount> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    accountIdentifier: z.string(),
    status: z.optional(z.string()),
    parentAccountIdentifier: z.optional(z.string()),
  }),
);

/** Schema of {@link UsageItem}. */
export const usageItemSchema: Schema<UsageItem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    unit: z.optional(pricingUnitSchema),
    customUnit: z.optional(z.string()),
    quantity: decimalSchema,
    price: z.optional(decimalSchema),
    description: z.optional(z.string()),
  }),
);

/** Schema of {@link UsageResult}. */
export const usageResultSchema: Schema<UsageResult> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    success: z.boolean(),
    message: z.optional(z.string()),
    errorCode: z.optional(z.string()),
  }),
);

/** Schema of {@link UsageReportV2}. */
export const usageReportV2Schema: Schema<UsageReportV2> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    idempotencyKey: z.string(),
    billable: z.boolean(),
    sourceType: z.optional(z.string()),
    requestGroupId: z.optional(z.string()),
    subscriptionId: z.optional(z.string()),
    vendorId: z.optional(z.string()),
    usages: z.array(accountUsageSchema),
  }),
);

/** Schema of {@link AccountUsage}. */
export const accountUsageSchema: Schema<AccountUsage> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    accountId: z.string(),
    subscriptionId: z.optional(z.nullable(z.string())),
    usageList: z.array(usageEventSchema),
  }),
);

/** Schema of {@link UsageEvent}. */
export const usageEventSchema: Schema<UsageEvent> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    pricingUnit: z.optional(z.nullable(pricingUnitSchema)),
    customUnit: z.optional(z.nullable(z.string())),
    quantity: decimalSchema,
    unitPrice: z.optional(z.nullable(decimalSchema)),
    description: z.optional(z.nullable(z.string())),
    currency: z.optional(z.nullable(z.string())),
    eventDate: z.optional(z.nullable(z.string())),
    eventId: z.optional(z.nullable(z.string())),
    attributes: z.optional(z.nullable(usageAttributesSchema)),
  }),
);

/** Schema of {@link UsageAttributes}. */
export const usageAttributesSchema: Schema<UsageAttributes> = /* @__PURE__ */ schema(() =>
  z.record(z.string(), z.string()),
);

/** Schema of {@link UsageReceipt}. */
export const usageReceiptSchema: Schema<UsageReceipt> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    requestId: z.string(),
    idempotencyKey: z.optional(z.string()),
    queryUsageStatus: z.optional(z.string()),
  }),
);

/** Schema of {@link UsageStatus}. */
export const usageStatusSchema: Schema<UsageStatus> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    status: z.optional(z.string()),
    totalUsagesCount: z.optional(z.int()),
    processedUsagesCount: z.optional(z.int()),
    failedUsagesCount: z.optional(z.int()),
    failedUsages: z.optional(z.array(failedUsageSchema)),
  }),
);

/** Schema of {@link FailedUsage}. */
export const failedUsageSchema: Schema<FailedUsage> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    eventId: z.optional(z.string()),
    errorCode: z.optional(z.string()),
    errorDescription: z.optional(z.string()),
  }),
);

/** Schema of {@link UsageError}. */
export const usageErrorSchema: Schema<UsageError> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    status: z.optional(z.int()),
    code: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);

/** Schema of {@link UserSyncTask}. */
export const userSyncTaskSchema: Schema<UserSyncTask> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.string(),
    operation: z.string(),
    accountIdentifier: z.string(),
    developerIdentifier: z.string(),
    userIdentifier: z.string(),
    userName: z.optional(z.string()),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
    email: z.optional(z.string()),
  }),
);

/** Schema of {@link SamlIdp}. */
export const samlIdpSchema: Schema<SamlIdp> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    version: z.optional(z.unknown()),
    uuid: z.optional(z.string()),
    idpIdentifier: z.optional(z.string()),
    assertionConsumerServiceUrl: z.optional(z.string()),
    spLaunchUrl: z.optional(z.string()),
    audienceUrl: z.optional(z.string()),
    loginUrl: z.optional(z.string()),
    relayState: z.optional(z.string()),
    nameIdType: z.optional(z.string()),
    nameId: z.optional(z.string()),
    notBeforeMinutes: z.optional(z.int()),
    notAfterMinutes: z.optional(z.int()),
    certificate: z.optional(z.looseObject({})),
    attributes: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link DomainVerification}. */
export const domainVerificationSchema: Schema<DomainVerification> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    verified: z.boolean(),
  }),
);

/** Schema of {@link MarketplaceError}. */
export const marketplaceErrorSchema: Schema<MarketplaceError> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    code: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);
