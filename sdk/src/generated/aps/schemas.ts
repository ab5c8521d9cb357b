// Generated from aps.yaml. To change it, edit the document and generate again.
import { discriminatedUnion, type Schema, schema } from "../../runtime/index.js";
import type {
  Account,
  AccountDetails,
  ActivationStructure,
  Address,
  AllowedOperation,
  AllowedOperationChanges,
  ApsError,
  ApsLink,
  ApsLinkRecord,
  ApsLinkTarget,
  ApsMeta,
  ApsResource,
  ApsResourceChanges,
  ApsResources,
  BillingResource,
  BillingResources,
  BssAccountInfo,
  BssAccountInfoDetails,
  BssSubscription,
  CancellationOrderRequest,
  ChangeOrderRequest,
  Contact,
  ControllerInfo,
  ControllerVersion,
  CorrectionReasonValidationInfo,
  CorrectionReasonValidationPatternInfo,
  CorrectionReasonValidationRequest,
  CustomerClass,
  EstimatedProduct,
  EventSubscription,
  Fee,
  LinkTarget,
  LocalizedText,
  LoginRecord,
  Money,
  NewAccount,
  NewApsResource,
  NewApsResources,
  NewEventSubscription,
  NewUser,
  NoParameters,
  OperationDescriptor,
  Order,
  OrderEstimate,
  OrderedProduct,
  OrderedResource,
  OrderRequest,
  Payment,
  PaymentMethod,
  PaymentSystem,
  Period,
  PeriodDeal,
  PlacedOrder,
  PlanAskedFor,
  PlanDeals,
  PlanPeriodSwitch,
  ProvisioningState,
  ReasonCode,
  RenewalOrderRequest,
  ResourceDeal,
  ResourceDiscount,
  SalesOrderRequest,
  ServicePlan,
  Subscription,
  SubscriptionPeriod,
  SubscriptionResource,
  SubscriptionResources,
  TermCondition,
  TypeDescriptor,
  TypeDescriptors,
  User,
  UserDetails,
} from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link ApsMeta}. */
export const apsMetaSchema: Schema<ApsMeta> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
    type: z.string(),
    status: z.optional(z.string()),
    revision: z.optional(z.int()),
    modified: z.optional(z.string()),
    subscription: z.optional(z.string()),
    schema: z.optional(z.string()),
    package: z.optional(
      z.looseObject({
        id: z.optional(z.string()),
        href: z.optional(z.string()),
      }),
    ),
    owner: z.optional(z.unknown()),
  }),
);

/** Schema of {@link ApsLink}. */
export const apsLinkSchema: Schema<ApsLink> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsLinkTargetSchema,
  }),
);

/** Schema of {@link ApsLinkRecord}. */
export const apsLinkRecordSchema: Schema<ApsLinkRecord> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: z.optional(apsLinkTargetSchema),
  }),
);

/** Schema of {@link ApsLinkTarget}. */
export const apsLinkTargetSchema: Schema<ApsLinkTarget> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.optional(z.string()),
    href: z.optional(z.string()),
    link: z.optional(z.string()),
  }),
);

/** Schema of {@link LinkTarget}. */
export const linkTargetSchema: Schema<LinkTarget> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: z.looseObject({
      id: z.string(),
    }),
  }),
);

/** Schema of {@link ApsResource}. */
export const apsResourceSchema: Schema<ApsResource> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
  }),
);

/** Schema of {@link NewApsResource}. */
export const newApsResourceSchema: Schema<NewApsResource> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: z.looseObject({
      type: z.string(),
      id: z.optional(z.string()),
    }),
  }),
);

/** Schema of {@link NewApsResources}. */
export const newApsResourcesSchema: Schema<NewApsResources> = /* @__PURE__ */ schema(() =>
  z.array(newApsResourceSchema).check(z.minLength(1)),
);

/** Schema of {@link ApsResources}. */
export const apsResourcesSchema: Schema<ApsResources> = /* @__PURE__ */ schema(() => z.array(apsResourceSchema));

/** Schema of {@link NewEventSubscription}. */
export const newEventSubscriptionSchema: Schema<NewEventSubscription> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    event: z.string(),
    source: z.optional(
      z.looseObject({
        type: z.optional(z.string()),
        id: z.optional(z.string()),
      }),
    ),
    relation: z.optional(z.string()),
    handler: z.string(),
  }),
);

/** Schema of {@link EventSubscription}. */
export const eventSubscriptionSchema: Schema<EventSubscription> = /* @__PURE__ */ schema(() =>
  z.intersection(
    newEventSubscriptionSchema,
    z.looseObject({
      id: z.optional(z.string()),
    }),
  ),
);

/** Schema of {@link NoParameters}. */
export const noParametersSchema: Schema<NoParameters> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link ApsResourceChanges}. */
export const apsResourceChangesSchema: Schema<ApsResourceChanges> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link ApsError}. */
export const apsErrorSchema: Schema<ApsError> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    error: z.optional(z.string()),
    message: z.optional(z.string()),
    packageId: z.optional(z.string()),
    http_request: z.optional(z.string()),
    code: z.optional(z.int()),
    type: z.optional(z.string()),
  }),
);

/** Schema of {@link ControllerInfo}. */
export const controllerInfoSchema: Schema<ControllerInfo> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    versions: z.optional(z.record(z.string(), controllerVersionSchema)),
  }),
);

/** Schema of {@link ControllerVersion}. */
export const controllerVersionSchema: Schema<ControllerVersion> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    version: z.optional(z.string()),
    href: z.optional(z.string()),
    features: z.optional(
      z.looseObject({
        async: z.optional(
          z.looseObject({
            customOperation: z.optional(z.boolean()),
          }),
        ),
        rql: z.optional(z.array(z.string())),
      }),
    ),
  }),
);

/** Schema of {@link AccountDetails}. */
export const accountDetailsSchema: Schema<AccountDetails> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.optional(z.string()),
    personal: z.optional(z.boolean()),
    companyName: z.optional(z.string()),
    addressPostal: z.optional(addressSchema),
    adminContact: z.optional(contactSchema),
    billingContact: z.optional(contactSchema),
    techContact: z.optional(contactSchema),
  }),
);

/** Schema of {@link Account}. */
export const accountSchema: Schema<Account> = /* @__PURE__ */ schema(() =>
  z.intersection(
    accountDetailsSchema,
    z.looseObject({
      aps: apsMetaSchema,
      id: z.optional(z.int()),
      locked: z.optional(z.boolean()),
      parent: z.optional(apsLinkSchema),
      accounts: z.optional(apsLinkSchema),
      subscriptions: z.optional(apsLinkSchema),
      users: z.optional(apsLinkSchema),
      domains: z.optional(apsLinkSchema),
      templates: z.optional(apsLinkSchema),
      brands: z.optional(apsLinkSchema),
      publicActor: z.optional(apsLinkSchema),
      adminContactUser: z.optional(apsLinkSchema),
      billingContactUser: z.optional(apsLinkSchema),
      techContactUser: z.optional(apsLinkSchema),
      bssAccountInfo: z.optional(apsLinkSchema),
    }),
  ),
);

/** Schema of {@link NewAccount}. */
export const newAccountSchema: Schema<NewAccount> = /* @__PURE__ */ schema(() =>
  z.intersection(
    accountDetailsSchema,
    z.looseObject({
      parent: z.optional(linkTargetSchema),
    }),
  ),
);

/** Schema of {@link BssAccountInfoDetails}. */
export const bssAccountInfoDetailsSchema: Schema<BssAccountInfoDetails> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    status: z.optional(z.string()),
    externalARManagement: z.optional(z.union([z.boolean(), z.string()])),
    taxRegId: z.optional(z.string()),
    taxRegIdStatus: z.optional(z.string()),
    taxZoneId: z.optional(z.unknown()),
    taxStatus: z.optional(z.string()),
    localeId: z.optional(z.string()),
  }),
);

/** Schema of {@link BssAccountInfo}. */
export const bssAccountInfoSchema: Schema<BssAccountInfo> = /* @__PURE__ */ schema(() =>
  z.intersection(
    bssAccountInfoDetailsSchema,
    z.looseObject({
      aps: apsMetaSchema,
      accountId: z.optional(z.int()),
      accountCurrencyCode: z.optional(z.string()),
      paAccount: z.optional(apsLinkSchema),
      customerClass: z.optional(apsLinkSchema),
      ownCustomerClasses: z.optional(apsLinkSchema),
    }),
  ),
);

/** Schema of {@link CustomerClass}. */
export const customerClassSchema: Schema<CustomerClass> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    classId: z.optional(z.int()),
    name: z.optional(z.string()),
  }),
);

/** Schema of {@link UserDetails}. */
export const userDetailsSchema: Schema<UserDetails> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    login: z.optional(z.string()),
    password: z.optional(z.string()),
    email: z.optional(z.string()),
    givenName: z.optional(z.string()),
    familyName: z.optional(z.string()),
    fullName: z.optional(z.string()),
    displayName: z.optional(z.string()),
    locale: z.optional(z.string()),
    telWork: z.optional(z.string()),
    telVoice: z.optional(z.string()),
    telFax: z.optional(z.string()),
    addressPostal: z.optional(addressSchema),
    subscriptionId: z.optional(z.int()),
    roles: z.optional(z.array(z.int())),
    isAccountAdmin: z.optional(z.boolean()),
    servicesMode: z.optional(z.string()),
    serviceReferrerId: z.optional(z.string()),
  }),
);

/** Schema of {@link User}. */
export const userSchema: Schema<User> = /* @__PURE__ */ schema(() =>
  z.intersection(
    userDetailsSchema,
    z.looseObject({
      aps: apsMetaSchema,
      userId: z.optional(z.int()),
      memberId: z.optional(z.int()),
      disabled: z.optional(z.boolean()),
      locked: z.optional(z.boolean()),
      invitationDate: z.optional(z.string()),
      organization: z.optional(apsLinkSchema),
    }),
  ),
);

/** Schema of {@link NewUser}. */
export const newUserSchema: Schema<NewUser> = /* @__PURE__ */ schema(() =>
  z.intersection(
    userDetailsSchema,
    z.looseObject({
      aps: z.looseObject({
        type: z.string(),
        id: z.optional(z.string()),
      }),
      login: z.string(),
    }),
  ),
);

/** Schema of {@link LoginRecord}. */
export const loginRecordSchema: Schema<LoginRecord> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link AllowedOperation}. */
export const allowedOperationSchema: Schema<AllowedOperation> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    apsType: z.string(),
    method: z.string(),
  }),
);

/** Schema of {@link AllowedOperationChanges}. */
export const allowedOperationChangesSchema: Schema<AllowedOperationChanges> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    toAdd: z.optional(z.array(allowedOperationSchema)),
    toRemove: z.optional(z.array(allowedOperationSchema)),
  }),
);

/** Schema of {@link Subscription}. */
export const subscriptionSchema: Schema<Subscription> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    subscriptionId: z.optional(z.int()),
    serviceTemplateId: z.optional(z.int()),
    name: z.optional(z.string()),
    description: z.optional(z.string()),
    trial: z.optional(z.boolean()),
    disabled: z.optional(z.boolean()),
    isTerminated: z.optional(z.boolean()),
    oneTime: z.optional(z.boolean()),
    activationStructure: z.optional(activationStructureSchema),
    account: z.optional(apsLinkSchema),
    websites: z.optional(apsLinkSchema),
    services: z.optional(apsLinkSchema),
  }),
);

/** Schema of {@link ActivationStructure}. */
export const activationStructureSchema: Schema<ActivationStructure> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    domainApsId: z.optional(z.string()),
    subscriptionResourceLimits: z.optional(
      z.array(
        z.looseObject({
          resourceId: z.optional(z.int()),
          resourceLimit: z.optional(z.int()),
        }),
      ),
    ),
    apsDefaults: z.optional(z.array(z.string())),
  }),
);

/** Schema of {@link ProvisioningState}. */
export const provisioningStateSchema: Schema<ProvisioningState> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    state: z.optional(z.string()),
    message: z.optional(z.string()),
  }),
);

/** Schema of {@link BssSubscription}. */
export const bssSubscriptionSchema: Schema<BssSubscription> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    subscriptionId: z.optional(z.int()),
    name: z.optional(z.string()),
    subscriptionPeriod: z.optional(subscriptionPeriodSchema),
    trial: z.optional(z.boolean()),
    status: z.optional(z.string()),
    serviceStatus: z.optional(z.string()),
    account: z.optional(apsLinkSchema),
    bssAccountInfo: z.optional(apsLinkSchema),
    vendor: z.optional(apsLinkSchema),
    servicePlan: z.optional(apsLinkSchema),
    parentSubscription: z.optional(apsLinkSchema),
    childSubscriptions: z.optional(apsLinkSchema),
    paSubscription: z.optional(apsLinkSchema),
  }),
);

/** Schema of {@link SubscriptionPeriod}. */
export const subscriptionPeriodSchema: Schema<SubscriptionPeriod> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    unit: z.string(),
    duration: z.int(),
  }),
);

/** Schema of {@link SubscriptionResources}. */
export const subscriptionResourcesSchema: Schema<SubscriptionResources> = /* @__PURE__ */ schema(() =>
  z.array(subscriptionResourceSchema),
);

/** Schema of {@link SubscriptionResource}. */
export const subscriptionResourceSchema: Schema<SubscriptionResource> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    resourceId: z.optional(z.string()),
    id: z.optional(z.int()),
    name: z.optional(z.string()),
    included: z.optional(z.number()),
    additional: z.optional(z.number()),
  }),
);

/** Schema of {@link BillingResources}. */
export const billingResourcesSchema: Schema<BillingResources> = /* @__PURE__ */ schema(() =>
  z.array(billingResourceSchema),
);

/** Schema of {@link BillingResource}. */
export const billingResourceSchema: Schema<BillingResource> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    id: z.optional(z.int()),
    name: z.optional(localizedTextSchema),
  }),
);

/** Schema of {@link Address}. */
export const addressSchema: Schema<Address> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    streetAddress: z.optional(z.string()),
    extendedAddress: z.optional(z.string()),
    locality: z.optional(z.string()),
    region: z.optional(z.string()),
    countryName: z.optional(z.string()),
    postalCode: z.optional(z.string()),
  }),
);

/** Schema of {@link Contact}. */
export const contactSchema: Schema<Contact> = /* @__PURE__ */ schema(() =>
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

/** Schema of {@link LocalizedText}. */
export const localizedTextSchema: Schema<LocalizedText> = /* @__PURE__ */ schema(() =>
  z.record(z.string(), z.string()),
);

/** Schema of {@link Period}. */
export const periodSchema: Schema<Period> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    unit: z.string(),
    duration: z.int().check(z.gte(1)),
  }),
);

/** Schema of {@link ServicePlan}. */
export const servicePlanSchema: Schema<ServicePlan> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: apsMetaSchema,
    planId: z.optional(z.int()),
    name: z.optional(localizedTextSchema),
    shortDescription: z.optional(localizedTextSchema),
    longDescription: z.optional(localizedTextSchema),
    publication: z.optional(z.looseObject({})),
    billingTerms: z.optional(z.looseObject({})),
    subscriptionPeriods: z.optional(
      z.array(
        z.looseObject({
          period: z.optional(subscriptionPeriodSchema),
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
    subscriptionPeriodResourceRates: z.optional(z.array(z.looseObject({}))),
    vendor: z.optional(apsLinkSchema),
    serviceTemplate: z.optional(apsLinkSchema),
    category: z.optional(apsLinkSchema),
    serviceTerms: z.optional(apsLinkSchema),
    resources: z.optional(apsLinkSchema),
    parentServicePlan: z.optional(apsLinkSchema),
  }),
);

/** Schema of {@link PlanPeriodSwitch}. */
export const planPeriodSwitchSchema: Schema<PlanPeriodSwitch> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    target: z.optional(
      z.looseObject({
        planId: z.optional(z.unknown()),
      }),
    ),
  }),
);

/** Schema of {@link OrderRequest}. */
export const orderRequestSchema: Schema<OrderRequest> = /* @__PURE__ */ schema(() =>
  discriminatedUnion("type", {
    SALES: salesOrderRequestSchema,
    CHANGE: changeOrderRequestSchema,
    RENEWAL: renewalOrderRequestSchema,
    CANCELLATION: cancellationOrderRequestSchema,
  }),
);

/** Schema of {@link SalesOrderRequest}. */
export const salesOrderRequestSchema: Schema<SalesOrderRequest> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.literal("SALES"),
    accountId: z.string(),
    products: z.array(orderedProductSchema).check(z.minLength(1)),
    providerCosts: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link OrderedProduct}. */
export const orderedProductSchema: Schema<OrderedProduct> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    planId: z.string(),
    period: periodSchema,
    resources: z.optional(z.array(orderedResourceSchema)),
  }),
);

/** Schema of {@link OrderedResource}. */
export const orderedResourceSchema: Schema<OrderedResource> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    resourceId: z.string(),
    amount: z.number().check(z.gte(0)),
  }),
);

/** Schema of {@link ChangeOrderRequest}. */
export const changeOrderRequestSchema: Schema<ChangeOrderRequest> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.literal("CHANGE"),
    subscriptionId: z.string(),
    planId: z.optional(z.string()),
    period: z.optional(periodSchema),
    resources: z.optional(z.array(orderedResourceSchema)),
  }),
);

/** Schema of {@link RenewalOrderRequest}. */
export const renewalOrderRequestSchema: Schema<RenewalOrderRequest> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.literal("RENEWAL"),
    subscriptionId: z.string(),
    period: z.optional(periodSchema),
    resources: z.optional(z.array(orderedResourceSchema)),
  }),
);

/** Schema of {@link CancellationOrderRequest}. */
export const cancellationOrderRequestSchema: Schema<CancellationOrderRequest> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    type: z.literal("CANCELLATION"),
    subscriptionId: z.string(),
    refundType: z.optional(z.string()),
  }),
);

/** Schema of {@link PlacedOrder}. */
export const placedOrderSchema: Schema<PlacedOrder> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    orderId: z.string(),
  }),
);

/** Schema of {@link Order}. */
export const orderSchema: Schema<Order> = /* @__PURE__ */ schema(() =>
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

/** Schema of {@link OrderEstimate}. */
export const orderEstimateSchema: Schema<OrderEstimate> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    total: z.optional(moneySchema),
    products: z.optional(z.array(estimatedProductSchema)),
  }),
);

/** Schema of {@link EstimatedProduct}. */
export const estimatedProductSchema: Schema<EstimatedProduct> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    planId: z.optional(z.string()),
    period: z.optional(subscriptionPeriodSchema),
    fees: z.optional(z.array(feeSchema)),
  }),
);

/** Schema of {@link TermCondition}. */
export const termConditionSchema: Schema<TermCondition> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link ReasonCode}. */
export const reasonCodeSchema: Schema<ReasonCode> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link CorrectionReasonValidationPatternInfo}. */
export const correctionReasonValidationPatternInfoSchema: Schema<CorrectionReasonValidationPatternInfo> =
  /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link CorrectionReasonValidationInfo}. */
export const correctionReasonValidationInfoSchema: Schema<CorrectionReasonValidationInfo> = /* @__PURE__ */ schema(() =>
  z.looseObject({}),
);

/** Schema of {@link CorrectionReasonValidationRequest}. */
export const correctionReasonValidationRequestSchema: Schema<CorrectionReasonValidationRequest> =
  /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link PaymentMethod}. */
export const paymentMethodSchema: Schema<PaymentMethod> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.optional(z.int()),
    paymentSystemId: z.optional(z.string()),
    paymentSystem: z.optional(z.string()),
    ownerAccountId: z.optional(z.string()),
    number: z.optional(z.string()),
    name: z.optional(z.string()),
    type: z.optional(z.string()),
    perCustomer: z.boolean(),
    status: z.string(),
    ratified: z.string(),
    defaultMethod: z.boolean(),
  }),
);

/** Schema of {@link PaymentSystem}. */
export const paymentSystemSchema: Schema<PaymentSystem> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link Payment}. */
export const paymentSchema: Schema<Payment> = /* @__PURE__ */ schema(() => z.looseObject({}));

/** Schema of {@link PlanAskedFor}. */
export const planAskedForSchema: Schema<PlanAskedFor> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    planId: z.string(),
    periods: z.optional(z.array(periodSchema)),
  }),
);

/** Schema of {@link PlanDeals}. */
export const planDealsSchema: Schema<PlanDeals> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    planId: z.optional(z.string()),
    periodDeals: z.optional(z.array(periodDealSchema)),
  }),
);

/** Schema of {@link PeriodDeal}. */
export const periodDealSchema: Schema<PeriodDeal> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    period: z.optional(subscriptionPeriodSchema),
    resources: z.optional(z.array(resourceDealSchema)),
    effectiveFees: z.optional(z.array(feeSchema)),
  }),
);

/** Schema of {@link ResourceDeal}. */
export const resourceDealSchema: Schema<ResourceDeal> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    resourceId: z.optional(z.string()),
    effectiveFees: z.optional(z.array(feeSchema)),
  }),
);

/** Schema of {@link ResourceDiscount}. */
export const resourceDiscountSchema: Schema<ResourceDiscount> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    discountId: z.optional(z.union([z.int(), z.string()])),
    discountPercent: z.optional(z.union([z.string(), z.number()])),
  }),
);

/** Schema of {@link TypeDescriptor}. */
export const typeDescriptorSchema: Schema<TypeDescriptor> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    aps: z.optional(
      z.looseObject({
        id: z.optional(z.string()),
        href: z.optional(z.string()),
      }),
    ),
    id: z.optional(z.string()),
    apsVersion: z.optional(z.string()),
    name: z.optional(z.string()),
    implements: z.optional(z.array(z.string())),
    properties: z.optional(z.looseObject({})),
    operations: z.optional(z.record(z.string(), operationDescriptorSchema)),
    structures: z.optional(z.looseObject({})),
    relations: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link TypeDescriptors}. */
export const typeDescriptorsSchema: Schema<TypeDescriptors> = /* @__PURE__ */ schema(() =>
  z.array(typeDescriptorSchema),
);

/** Schema of {@link OperationDescriptor}. */
export const operationDescriptorSchema: Schema<OperationDescriptor> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    path: z.optional(z.string()),
    verb: z.optional(z.string()),
    response: z.optional(z.looseObject({})),
    errorResponse: z.optional(z.looseObject({})),
    parameters: z.optional(z.looseObject({})),
    access: z.optional(z.looseObject({})),
  }),
);

/** Schema of {@link Fee}. */
export const feeSchema: Schema<Fee> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
    fee: z.optional(moneySchema),
  }),
);

/** Schema of {@link Money}. */
export const moneySchema: Schema<Money> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    value: z.string(),
    code: z.string(),
  }),
);
