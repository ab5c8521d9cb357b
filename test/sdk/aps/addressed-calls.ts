import type { ApsClient } from "apsdirect";
import { unchecked } from "apsdirect/runtime";

/** APS ID of the resource in the calls. */
export const id = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";

/** APS ID that the look-up of a service returns. */
export const service = "6c0e9b7a-2d5f-4e81-b3a4-9f7d1c8e5b02";

/** Call of a method, its request by alias, and its request through resources if that differs. */
export type AddressedCall = readonly [
  call: (sdk: ApsClient) => PromiseLike<unknown>,
  byAlias: string,
  throughResources?: string,
];

const off = { validation: { request: "off", response: "off" } } as const;
const none = unchecked<never>({});
const first = "limit(0,1)";
const one = { max: 1 } as const;
const resource = `/aps/2/resources/${id}`;
const atService = `/aps/2/resources/${service}`;
const om = "/aps/2/services/order-manager";
const dm = "/aps/2/services/discount-manager";

/** Every method of every group that calls the bus. */
export const addressedCalls: Readonly<Record<string, AddressedCall>> = {
  "controller.get": [(sdk) => sdk.controller.get(off), "GET /aps"],

  "types.list": [(sdk) => sdk.types.list(first, off).all(one), "GET /aps/2/types?limit(0,1)"],
  "types.get": [(sdk) => sdk.types.get("412", off), "GET /aps/2/types/412"],
  "types.getByTypeId": [
    (sdk) => sdk.types.getByTypeId("http://a.b/c/1.0", off),
    "GET /aps/2/types?id=http://a.b/c/1.0",
  ],

  "resources.list": [(sdk) => sdk.resources.list(first, off).all(one), "GET /aps/2/resources?limit(0,1)"],
  "resources.create": [(sdk) => sdk.resources.create(none, off), "POST /aps/2/resources"],
  "resources.createMany": [(sdk) => sdk.resources.createMany(none, off), "POST /aps/2/resources"],
  "resources.replace": [(sdk) => sdk.resources.replace(none, off), "PUT /aps/2/resources"],
  "resources.get": [(sdk) => sdk.resources.get(id, off), `GET ${resource}`],
  "resources.update": [(sdk) => sdk.resources.update(id, none, off), `PUT ${resource}`],
  "resources.delete": [(sdk) => sdk.resources.delete(id, off), `DELETE ${resource}`],
  "resources.listLinks": [(sdk) => sdk.resources.listLinks(id, off), `GET ${resource}/aps/links`],
  "resources.listEventSubscriptions": [
    (sdk) => sdk.resources.listEventSubscriptions(id, off),
    `GET ${resource}/aps/subscriptions`,
  ],
  "resources.addEventSubscription": [
    (sdk) => sdk.resources.addEventSubscription(id, none, off),
    `POST ${resource}/aps/subscriptions`,
  ],
  "resources.deleteEventSubscriptions": [
    (sdk) => sdk.resources.deleteEventSubscriptions(id, off),
    `DELETE ${resource}/aps/subscriptions`,
  ],
  "resources.listLinked": [
    (sdk) => sdk.resources.listLinked(id, "users", first, off).all(one),
    `GET ${resource}/users?limit(0,1)`,
  ],
  "resources.link": [(sdk) => sdk.resources.link(id, "parent", none, off), `POST ${resource}/parent`],
  "resources.createLinked": [(sdk) => sdk.resources.createLinked(id, "users", none, off), `POST ${resource}/users`],
  "resources.getLinked": [(sdk) => sdk.resources.getLinked(id, "users", "u-1", off), `GET ${resource}/users/u-1`],
  "resources.unlink": [(sdk) => sdk.resources.unlink(id, "users", "u-1", off), `DELETE ${resource}/users/u-1`],
  "resources.getProperty": [(sdk) => sdk.resources.getProperty(id, "taxRegId", off), `GET ${resource}/taxRegId`],
  "resources.listCollection": [
    (sdk) => sdk.resources.listCollection("service-plans", first, off).all(one),
    "GET /aps/2/collections/service-plans?limit(0,1)",
    "GET /aps/2/resources?implementing(http://www.odin.com/billing/ServicePlan/1.0),limit(0,1)",
  ],
  "resources.getService": [
    (sdk) => sdk.resources.getService("order-manager", off),
    "GET /aps/2/services/order-manager",
    `GET ${atService}`,
  ],
  "resources.call": [
    (sdk) => sdk.resources.call("order-manager", { path: "/push", query: { force: true, none: undefined } }, off),
    "GET /aps/2/services/order-manager/push?force=true",
    `GET ${atService}/push?force=true`,
  ],

  "accounts.list": [
    (sdk) => sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)], off).all(one),
    "GET /aps/2/collections/accounts?eq(type,CLIENT),limit(0,1)",
    "GET /aps/2/resources?implementing(http://parallels.com/aps/types/pa/account/1.2),eq(type,CLIENT),limit(0,1)",
  ],
  "accounts.create": [(sdk) => sdk.accounts.create({ account: none }, off), "POST /aps/2/resources"],
  "accounts.get": [(sdk) => sdk.accounts.get(id, off), `GET ${resource}`],
  "accounts.update": [(sdk) => sdk.accounts.update(id, none, off), `PUT ${resource}`],
  "accounts.delete": [(sdk) => sdk.accounts.delete(id, off), `DELETE ${resource}`],
  "accounts.getBssAccountInfo": [(sdk) => sdk.accounts.getBssAccountInfo(id, off), `GET ${resource}`],
  "accounts.updateBssAccountInfo": [(sdk) => sdk.accounts.updateBssAccountInfo(id, none, off), `PUT ${resource}`],
  "accounts.getCustomerClass": [(sdk) => sdk.accounts.getCustomerClass(id, off), `GET ${resource}`],

  "users.listAdmins": [
    (sdk) => sdk.users.listAdmins(first, off).all(one),
    "GET /aps/2/collections/pa-admin-users?limit(0,1)",
    "GET /aps/2/resources?implementing(http://parallels.com/aps/types/pa/admin-user/1.2),limit(0,1)",
  ],
  "users.listCoreAdmins": [
    (sdk) => sdk.users.listCoreAdmins(first, off).all(one),
    "GET /aps/2/collections/admin-users?limit(0,1)",
    "GET /aps/2/resources?implementing(http://aps-standard.org/types/core/admin-user/1.0),limit(0,1)",
  ],
  "users.listServiceUsers": [
    (sdk) => sdk.users.listServiceUsers(first, off).all(one),
    "GET /aps/2/collections/pa-service-users?limit(0,1)",
    "GET /aps/2/resources?implementing(http://parallels.com/aps/types/pa/service-user/1.2),limit(0,1)",
  ],
  "users.list": [(sdk) => sdk.users.list(id, first, off).all(one), `GET ${resource}/users?limit(0,1)`],
  "users.create": [(sdk) => sdk.users.create(id, none, off), `POST ${resource}/users`],
  "users.get": [(sdk) => sdk.users.get(id, off), `GET ${resource}`],
  "users.update": [(sdk) => sdk.users.update(id, none, off), `PUT ${resource}`],
  "users.delete": [(sdk) => sdk.users.delete(id, off), `DELETE ${resource}`],
  "users.invite": [(sdk) => sdk.users.invite(id, off), `POST ${resource}/invite`],
  "users.activate": [(sdk) => sdk.users.activate(id, off), `POST ${resource}/activate`],
  "users.resetPassword": [(sdk) => sdk.users.resetPassword(id, off), `POST ${resource}/resetPassword`],
  "users.unlock": [(sdk) => sdk.users.unlock(id, off), `POST ${resource}/unlock`],
  "users.disable": [(sdk) => sdk.users.disable(id, off), `POST ${resource}/disable`],
  "users.enable": [(sdk) => sdk.users.enable(id, off), `POST ${resource}/enable`],
  "users.getLoginHistory": [(sdk) => sdk.users.getLoginHistory(id, off), `GET ${resource}/loginHistory`],
  "users.getAllowedOperations": [(sdk) => sdk.users.getAllowedOperations(id, off), `GET ${resource}/allowedOperations`],
  "users.updateAllowedOperations": [
    (sdk) => sdk.users.updateAllowedOperations(id, none, off),
    `PUT ${resource}/allowedOperations`,
  ],

  "subscriptions.list": [
    (sdk) => sdk.subscriptions.list(first, off).all(one),
    "GET /aps/2/collections/subscriptions?limit(0,1)",
    "GET /aps/2/resources?implementing(http://parallels.com/aps/types/pa/subscription/1.0),limit(0,1)",
  ],
  "subscriptions.get": [(sdk) => sdk.subscriptions.get(id, off), `GET ${resource}`],
  "subscriptions.getProvisioningState": [
    (sdk) => sdk.subscriptions.getProvisioningState(id, off),
    `GET ${resource}/provisioningState`,
  ],
  "subscriptions.restartProvisioning": [
    (sdk) => sdk.subscriptions.restartProvisioning(id, off),
    `POST ${resource}/restartProvisioning`,
  ],
  "subscriptions.hold": [(sdk) => sdk.subscriptions.hold(id, {}, off), `POST ${resource}/hold`],
  "subscriptions.release": [(sdk) => sdk.subscriptions.release(id, {}, off), `POST ${resource}/release`],
  "subscriptions.listApplications": [
    (sdk) => sdk.subscriptions.listApplications(id, off),
    `GET ${resource}/applications`,
  ],

  "bssSubscriptions.list": [
    (sdk) => sdk.bssSubscriptions.list(first, off).all(one),
    "GET /aps/2/collections/bss-subscriptions?limit(0,1)",
    "GET /aps/2/resources?implementing(http://www.odin.com/billing/Subscription/1.0),limit(0,1)",
  ],
  "bssSubscriptions.get": [(sdk) => sdk.bssSubscriptions.get(id, off), `GET ${resource}`],
  "bssSubscriptions.listResources": [(sdk) => sdk.bssSubscriptions.listResources(id, off), `GET ${resource}/resources`],
  "bssSubscriptions.hold": [(sdk) => sdk.bssSubscriptions.hold(id, {}, off), `POST ${resource}/hold`],
  "bssSubscriptions.release": [(sdk) => sdk.bssSubscriptions.release(id, {}, off), `POST ${resource}/release`],

  "servicePlans.list": [
    (sdk) => sdk.servicePlans.list(first, off).all(one),
    "GET /aps/2/collections/service-plans?limit(0,1)",
    "GET /aps/2/resources?implementing(http://www.odin.com/billing/ServicePlan/1.0),limit(0,1)",
  ],
  "servicePlans.get": [(sdk) => sdk.servicePlans.get(id, off), `GET ${resource}`],
  "servicePlans.getResource": [(sdk) => sdk.servicePlans.getResource(id, off), `GET ${resource}`],
  "servicePlans.listResources": [(sdk) => sdk.servicePlans.listResources(id, off), `GET ${resource}/resources`],
  "servicePlans.listPeriodSwitches": [
    (sdk) => sdk.servicePlans.listPeriodSwitches(id, none, off),
    `POST ${resource}/planPeriodSwitches`,
  ],

  "orders.list": [
    (sdk) => sdk.orders.list(first, off).all(one),
    `GET ${om}/orders?limit(0,1)`,
    `GET ${atService}/orders?limit(0,1)`,
  ],
  "orders.get": [(sdk) => sdk.orders.get("o-1", off), `GET ${om}/orders/o-1`, `GET ${atService}/orders/o-1`],
  "orders.create": [(sdk) => sdk.orders.create(none, off), `POST ${om}/orders`, `POST ${atService}/orders`],
  "orders.estimate": [
    (sdk) => sdk.orders.estimate(none, { ...off, includeTaxes: false }),
    `POST ${om}/orders/estimate?includeTaxes=false`,
    `POST ${atService}/orders/estimate?includeTaxes=false`,
  ],
  "orders.estimateCosts": [
    (sdk) => sdk.orders.estimateCosts(none, off),
    `POST ${om}/orders/estimateCosts`,
    `POST ${atService}/orders/estimateCosts`,
  ],
  "orders.termsAndConditions": [
    (sdk) => sdk.orders.termsAndConditions(none, off),
    `POST ${om}/orders/termsconditions`,
    `POST ${atService}/orders/termsconditions`,
  ],
  "orders.listReasonCodes": [
    (sdk) => sdk.orders.listReasonCodes(off),
    `GET ${om}/reasonCodes`,
    `GET ${atService}/reasonCodes`,
  ],
  "orders.getCorrectionReasonPattern": [
    (sdk) => sdk.orders.getCorrectionReasonPattern(off),
    `GET ${om}/correctionReasonValidation`,
    `GET ${atService}/correctionReasonValidation`,
  ],
  "orders.addCorrectionReason": [
    (sdk) => sdk.orders.addCorrectionReason(none, off),
    `POST ${om}/correctionReasonValidation`,
    `POST ${atService}/correctionReasonValidation`,
  ],
  "orders.updateCorrectionReason": [
    (sdk) => sdk.orders.updateCorrectionReason(none, off),
    `PUT ${om}/correctionReasonValidation`,
    `PUT ${atService}/correctionReasonValidation`,
  ],
  "orders.getCorrectionReasonMessage": [
    (sdk) => sdk.orders.getCorrectionReasonMessage("en_US", off),
    `GET ${om}/correctionReasonValidation/en_US`,
    `GET ${atService}/correctionReasonValidation/en_US`,
  ],
  "orders.deleteCorrectionReasonMessage": [
    (sdk) => sdk.orders.deleteCorrectionReasonMessage("en_US", off),
    `DELETE ${om}/correctionReasonValidation/en_US`,
    `DELETE ${atService}/correctionReasonValidation/en_US`,
  ],

  "discounts.listDeals": [(sdk) => sdk.discounts.listDeals(none, off), `POST ${dm}/deals`, `POST ${atService}/deals`],
  "discounts.listDealsForPlans": [
    (sdk) => sdk.discounts.listDealsForPlans(none, off),
    `POST ${dm}/deals/get-for-plans`,
    `POST ${atService}/deals/get-for-plans`,
  ],
  "discounts.getResourceDiscount": [
    (sdk) => sdk.discounts.getResourceDiscount({ ...off, accountUuid: "a", subscriptionUuid: "s", resourceUuid: "r" }),
    `GET ${dm}/discounts/resource-discount?accountUuid=a&subscriptionUuid=s&resourceUuid=r`,
    `GET ${atService}/discounts/resource-discount?accountUuid=a&subscriptionUuid=s&resourceUuid=r`,
  ],

  // No reference prints the aliases of these two services, so both ways of addressing use the APS ID.
  "paymentMethods.list": [
    (sdk) => sdk.paymentMethods.list({ ...off, accountId: id }),
    `GET ${atService}/paymentMethods?accountId=${id}`,
  ],
  "paymentMethods.create": [(sdk) => sdk.paymentMethods.create(none, off), `POST ${atService}/paymentMethods`],
  "paymentMethods.update": [(sdk) => sdk.paymentMethods.update(41, none, off), `PUT ${atService}/paymentMethods/41`],
  "paymentMethods.listPaymentSystems": [
    (sdk) => sdk.paymentMethods.listPaymentSystems({ ...off, accountId: id }),
    `GET ${atService}/paymentSystems?accountId=${id}`,
  ],
  "payments.list": [(sdk) => sdk.payments.list({ ...off, accountId: id }), `GET ${atService}/payments?accountId=${id}`],
  "payments.pay": [(sdk) => sdk.payments.pay(none, off), `POST ${atService}/payments`],
  "payments.update": [(sdk) => sdk.payments.update(7, none, off), `PUT ${atService}/payments/7`],
  "payments.payDeprecated": [(sdk) => sdk.payments.payDeprecated(none, off), `POST ${atService}/payment`],
};
