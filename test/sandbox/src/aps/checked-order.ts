import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject, property } from "../json.js";
import type { Period, PeriodOffer, ServicePlan } from "./catalogue.js";
import { type Decimal, parseDecimal } from "./money.js";
import { type OrderType, orderNumberPrefixes } from "./order-type.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import { orderManagerId } from "./seed.js";

/** One plan of an order, with all references resolved. */
export interface OrderLine {
  readonly plan: ServicePlan;
  readonly offer: PeriodOffer;
  /** Ordered amount of each resource by APS ID: the new limit, including the included units. */
  readonly amounts: ReadonlyMap<string, Decimal>;
}

/** Valid order. */
export interface CheckedOrder {
  readonly type: OrderType;
  /** `null` for a subscription without an account. */
  readonly accountId: string | null;
  /** Subscription to change, renew or cancel. `null` for a sale. */
  readonly subscriptionId: string | null;
  /** Empty for a cancellation. */
  readonly lines: readonly OrderLine[];
}

/** Finds a resource by its APS ID. */
export type FindResource = (id: string) => ApsResource | undefined;

/** Resources and plans that an order may refer to. */
export interface Catalogue {
  readonly find: FindResource;
  readonly plans: readonly ServicePlan[];
}

/** Resolves everything an order request refers to. Throws the platform's error for the first problem. */
export function checkOrder(request: Json, catalogue: Catalogue): CheckedOrder {
  if (!isJsonObject(request)) throw orderFailure("The order is not an object");
  const type = orderType(request["type"]);
  return type === "SALES" ? checkSales(request, catalogue) : checkFollowUp(type, request, catalogue);
}

function orderType(type: Json | undefined): OrderType {
  if (type === undefined) throw orderFailure("type is not set");
  const known = Object.keys(orderNumberPrefixes).find((name): name is OrderType => name === type);
  if (known === undefined) throw orderFailure(`type ${JSON.stringify(type)} is unknown`);
  return known;
}

function checkSales(request: JsonObject, catalogue: Catalogue): CheckedOrder {
  const account = resourceOf("accountId", request["accountId"], apsTypes.account, catalogue);
  const { products } = request;
  if (!isList(products) || products.length === 0) throw orderFailure("products is not set");
  const lines = products.map((product) => orderLine(product, catalogue));
  return { type: "SALES", accountId: account.aps.id, subscriptionId: null, lines };
}

/** Change, renewal and cancellation orders refer to a subscription. Its plan and period are the defaults. */
function checkFollowUp(type: OrderType, request: JsonObject, catalogue: Catalogue): CheckedOrder {
  const subscription = resourceOf("subscriptionId", request["subscriptionId"], apsTypes.bssSubscription, catalogue);
  if (subscription["status"] === "TERMINATED") throw orderFailure(`Subscription ${subscription.aps.id} is terminated`);
  const current = {
    planId: linkedId(subscription["servicePlan"]) ?? null,
    period: subscription["subscriptionPeriod"] ?? null,
  };
  const lines = type === "CANCELLATION" ? [] : [orderLine({ ...current, ...request }, catalogue)];
  const accountId = linkedId(subscription["account"]) ?? null;
  return { type, accountId, subscriptionId: subscription.aps.id, lines };
}

function orderLine(product: Json, catalogue: Catalogue): OrderLine {
  if (!isJsonObject(product)) throw orderFailure("A product is not an object");
  const planResource = resourceOf("planId", product["planId"], apsTypes.servicePlan, catalogue);
  const plan = catalogue.plans.find(({ apsId }) => apsId === planResource.aps.id);
  if (plan === undefined) throw orderFailure(`Plan ${planResource.aps.id} has no prices`);
  return { plan, offer: offerOf(plan, product["period"]), amounts: amountsOf(plan, product["resources"] ?? []) };
}

function offerOf(plan: ServicePlan, period: Json | undefined): PeriodOffer {
  if (!isJsonObject(period)) throw orderFailure("period is not set");
  const offer = plan.offers.find((candidate) => isSamePeriod(candidate.period, period));
  if (offer === undefined)
    throw orderFailure(`Plan ${plan.apsId} is not available for the period ${JSON.stringify(period)}`);
  return offer;
}

function isSamePeriod(offered: Period, asked: JsonObject): boolean {
  return offered.unit === asked["unit"] && offered.duration === asked["duration"];
}

function amountsOf(plan: ServicePlan, resources: Json): ReadonlyMap<string, Decimal> {
  if (!isList(resources)) throw orderFailure("resources is not a list");
  return new Map(resources.map((resource) => amountOf(plan, resource)));
}

function amountOf(plan: ServicePlan, resource: Json): readonly [string, Decimal] {
  const resourceId = property(resource, "resourceId");
  const amount = property(resource, "amount");
  const rate = plan.rates.find((candidate) => candidate.resourceId === resourceId);
  if (rate === undefined)
    throw orderFailure(`Plan ${plan.apsId} has no resource ${JSON.stringify(resourceId ?? null)}`);
  const decimal = typeof amount === "number" ? parseDecimal(String(amount)) : undefined;
  if (decimal === undefined) throw orderFailure(`amount of resource ${rate.resourceId} must be a number from 0 up`);
  return [rate.resourceId, decimal];
}

function resourceOf(field: string, id: Json | undefined, type: string, { find }: Catalogue): ApsResource {
  if (typeof id !== "string") throw orderFailure(`${field} is not set`);
  const resource = find(id);
  if (resource === undefined || !isImplementing(resource.aps.type, type))
    throw orderFailure(`${field} ${id} does not exist`);
  return resource;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The bus reports an error of the order application as 500 with these members. The class name is an example; it differs
 * between installations.
 */
function orderFailure(message: string): Failure {
  return new Failure(500, message, {
    members: {
      error: "com.example.billing.OrderValidationException",
      packageId: "0b7a5c3d-9e1f-4d82-a6b4-c8d0e2f4a691",
      http_request: `POST https://order-management:8081/rest/application/${orderManagerId}/orders`,
    },
  });
}
