// Generated from aps.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, type Schema, schema } from "../../runtime/index.js";
import type {
  Account,
  Address,
  ApsError,
  ApsLink,
  ApsMeta,
  ApsResource,
  ApsResourceChanges,
  CancellationOrderRequest,
  ChangeOrderRequest,
  Contact,
  Fee,
  LocalizedText,
  Money,
  NewApsResource,
  Order,
  OrderEstimate,
  OrderedProduct,
  OrderedResource,
  OrderRequest,
  Period,
  PlacedOrder,
  RenewalOrderRequest,
  SalesOrderRequest,
  ServicePlan,
} from "./types.js";
import * as z from "./zod.js";

/** Checks {@link ApsMeta}. */
export const apsMetaSchema: Schema<ApsMeta> = schema(() =>
  z.looseObject({
    id: z.string(),
    type: z.string(),
    status: z.optional(z.string()),
    revision: z.optional(z.int()),
    modified: z.optional(z.string()),
    subscription: z.optional(z.string()),
  }),
);

/** Checks {@link ApsLink}. */
export const apsLinkSchema: Schema<ApsLink> = schema(() =>
  z.looseObject({
    aps: z.looseObject({
      id: z.optional(z.string()),
      href: z.optional(z.string()),
      link: z.optional(z.string()),
    }),
  }),
);

/** Checks {@link ApsResource}. */
export const apsResourceSchema: Schema<ApsResource> = schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
  }),
);

/** Checks {@link NewApsResource}. */
export const newApsResourceSchema: Schema<NewApsResource> = schema(() =>
  z.looseObject({
    aps: z.looseObject({
      type: z.string(),
      id: z.optional(z.string()),
    }),
  }),
);

/** Checks {@link ApsResourceChanges}. */
export const apsResourceChangesSchema: Schema<ApsResourceChanges> = schema(() => z.looseObject({}));

/** Checks {@link ApsError}. */
export const apsErrorSchema: Schema<ApsError> = schema(() =>
  z.looseObject({
    error: z.optional(z.string()),
    message: z.optional(z.string()),
    packageId: z.optional(z.string()),
  }),
);

/** Checks {@link Account}. */
export const accountSchema: Schema<Account> = schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    id: z.optional(z.int()),
    type: z.optional(z.string()),
    personal: z.optional(z.boolean()),
    companyName: z.optional(z.string()),
    locked: z.optional(z.boolean()),
    addressPostal: z.optional(addressSchema),
    adminContact: z.optional(contactSchema),
    billingContact: z.optional(contactSchema),
    techContact: z.optional(contactSchema),
    parent: z.optional(apsLinkSchema),
    subscriptions: z.optional(apsLinkSchema),
    bssAccountInfo: z.optional(apsLinkSchema),
  }),
);

/** Checks {@link Address}. */
export const addressSchema: Schema<Address> = schema(() =>
  z.looseObject({
    streetAddress: z.optional(z.string()),
    extendedAddress: z.optional(z.string()),
    locality: z.optional(z.string()),
    region: z.optional(z.string()),
    countryName: z.optional(z.string()),
    postalCode: z.optional(z.string()),
  }),
);

/** Checks {@link Contact}. */
export const contactSchema: Schema<Contact> = schema(() =>
  z.looseObject({
    email: z.optional(z.string()),
    givenName: z.optional(z.string()),
    middleName: z.optional(z.string()),
    familyName: z.optional(z.string()),
    organizationName: z.optional(z.string()),
    telVoice: z.optional(z.string()),
    telFax: z.optional(z.string()),
    locale: z.optional(z.string()),
  }),
);

/** Checks {@link LocalizedText}. */
export const localizedTextSchema: Schema<LocalizedText> = schema(() => z.record(z.string(), z.string()));

/** Checks {@link Period}. */
export const periodSchema: Schema<Period> = schema(() =>
  z.looseObject({
    unit: z.string(),
    duration: z.int().check(z.gte(1)),
  }),
);

/** Checks {@link ServicePlan}. */
export const servicePlanSchema: Schema<ServicePlan> = schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    planId: z.optional(z.int()),
    name: z.optional(localizedTextSchema),
    shortDescription: z.optional(localizedTextSchema),
    longDescription: z.optional(localizedTextSchema),
    subscriptionPeriods: z.optional(
      z.array(
        z.looseObject({
          period: z.optional(periodSchema),
        }),
      ),
    ),
    resourceRates: z.optional(
      z.array(
        z.looseObject({
          resourceId: z.optional(z.string()),
        }),
      ),
    ),
  }),
);

/** Checks {@link OrderRequest}. */
export const orderRequestSchema: Schema<OrderRequest> = schema(() =>
  discriminatedUnion("type", {
    SALES: salesOrderRequestSchema,
    CHANGE: changeOrderRequestSchema,
    RENEWAL: renewalOrderRequestSchema,
    CANCELLATION: cancellationOrderRequestSchema,
  }),
);

/** Checks {@link SalesOrderRequest}. */
export const salesOrderRequestSchema: Schema<SalesOrderRequest> = schema(() =>
  z.looseObject({
    type: z.literal("SALES"),
    accountId: z.string(),
    products: z.array(orderedProductSchema).check(z.minLength(1)),
  }),
);

/** Checks {@link OrderedProduct}. */
export const orderedProductSchema: Schema<OrderedProduct> = schema(() =>
  z.looseObject({
    planId: z.string(),
    period: periodSchema,
    resources: z.optional(z.array(orderedResourceSchema)),
  }),
);

/** Checks {@link OrderedResource}. */
export const orderedResourceSchema: Schema<OrderedResource> = schema(() =>
  z.looseObject({
    resourceId: z.string(),
    amount: z.number().check(z.gte(0)),
  }),
);

/** Checks {@link ChangeOrderRequest}. */
export const changeOrderRequestSchema: Schema<ChangeOrderRequest> = schema(() =>
  z.looseObject({
    type: z.literal("CHANGE"),
    subscriptionId: z.string(),
    planId: z.optional(z.string()),
    period: z.optional(periodSchema),
    resources: z.optional(z.array(orderedResourceSchema)),
  }),
);

/** Checks {@link RenewalOrderRequest}. */
export const renewalOrderRequestSchema: Schema<RenewalOrderRequest> = schema(() =>
  z.looseObject({
    type: z.literal("RENEWAL"),
    subscriptionId: z.string(),
    period: z.optional(periodSchema),
  }),
);

/** Checks {@link CancellationOrderRequest}. */
export const cancellationOrderRequestSchema: Schema<CancellationOrderRequest> = schema(() =>
  z.looseObject({
    type: z.literal("CANCELLATION"),
    subscriptionId: z.string(),
  }),
);

/** Checks {@link PlacedOrder}. */
export const placedOrderSchema: Schema<PlacedOrder> = schema(() =>
  z.looseObject({
    orderId: z.string(),
  }),
);

/** Checks {@link Order}. */
export const orderSchema: Schema<Order> = schema(() =>
  z.looseObject({
    orderId: z.optional(z.string()),
    id: z.optional(z.string()),
    orderNumber: z.optional(z.string()),
    type: z.optional(z.string()),
    status: z.optional(z.string()),
    provisioningStatus: z.optional(z.string()),
    creationDate: z.optional(z.string()),
    provisioningDate: z.optional(z.string()),
  }),
);

/** Checks {@link OrderEstimate}. */
export const orderEstimateSchema: Schema<OrderEstimate> = schema(() =>
  z.looseObject({
    total: z.optional(moneySchema),
    products: z.optional(
      z.array(
        z.looseObject({
          planId: z.optional(z.string()),
          period: z.optional(periodSchema),
          fees: z.optional(z.array(feeSchema)),
        }),
      ),
    ),
  }),
);

/** Checks {@link Fee}. */
export const feeSchema: Schema<Fee> = schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
    fee: z.optional(moneySchema),
  }),
);

/** Checks {@link Money}. */
export const moneySchema: Schema<Money> = schema(() =>
  z.looseObject({
    value: z.string(),
    code: z.string(),
  }),
);
