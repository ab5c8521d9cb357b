import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import type { Platform } from "../platform.js";
import { parseJsonBody, type Route, type RoutedCall, routeCall } from "../router.js";
import { apsAnswer, apsFailure, apsNoContent } from "./bus-answer.js";
import { controllerInfo } from "./controller-info.js";
import { documentedRoutes } from "./documented-answers.js";
import { createLinks } from "./links.js";
import { listAnswer } from "./listing.js";
import type { OrderManager } from "./order-manager.js";
import type { PaymentMethods } from "./payment-methods.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, collectionLinks, collectionTypes, isImplementing } from "./resource-types.js";
import { type ResourceStore, withoutLinks } from "./resources.js";
import { orderManagerId, serviceIds } from "./seed.js";
import type { Staff } from "./staff.js";
import type { Subscriptions } from "./subscriptions.js";

/** What answers behind the paths of the bus. */
export interface BusParts {
  readonly resources: ResourceStore;
  readonly orders: OrderManager;
  readonly staff: Staff;
  readonly paymentMethods: PaymentMethods;
  readonly subscriptions: Subscriptions;
}

/** The APS bus: generic resources, collections, and the order manager by its alias and by its APS ID. */
export function createBus(parts: BusParts): Platform {
  const routes = [
    ...orderRoutes(parts.orders),
    ...staffRoutes(parts.staff),
    ...paymentMethodRoutes(parts.paymentMethods),
    ...subscriptionRoutes(parts.subscriptions),
    ...resourceRoutes(parts.resources),
  ];
  // To read the document takes longer than all else at the start, and few need it.
  let documented: readonly Route[] | undefined;
  const others = () => {
    documented ??= documentedRoutes();
    return documented;
  };
  return {
    name: "aps",
    refusalStatus: 401,
    answer(call, consumerKey) {
      parts.staff.refuseUnlessAllowed(consumerKey, call.method, call.target.replace(/\?.*$/s, ""));
      // No timer: what orders bring about is there when somebody looks.
      parts.orders.settle();
      return routeCall(routes, call, consumerKey, others);
    },
    failure: apsFailure,
  };
}

function resourceRoutes(resources: ResourceStore): readonly Route[] {
  const links = createLinks(resources);
  return [
    { path: /^\/aps\/?$/, methods: { GET: () => apsAnswer(200, controllerInfo) } },
    {
      path: /^\/aps\/2\/resources\/?$/,
      methods: {
        GET: (call) => listOf(resources, resources.all(), call),
        POST: (call) => create(resources, parseJsonBody(call)),
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/?$/,
      methods: {
        GET: (_call, id = "") => apsAnswer(200, existing(resources, id)),
        PUT: (call, id = "") => apsAnswer(200, resources.update(id, objectBody(call))),
        DELETE: (_call, id = "") => {
          resources.remove(id);
          return apsNoContent;
        },
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/aps\/links\/?$/,
      methods: { GET: (_call, id = "") => apsAnswer(200, links.of(id)) },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/([^/]+)\/?$/,
      methods: {
        GET: (call, id = "", name = "") => member(resources, call, id, name),
        // What is no resource of its own, such as a service, has operations there.
        POST: (call, id = "", name = "") =>
          isService(resources, id) ? undefined : apsAnswer(200, links.add(id, name, parseJsonBody(call))),
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/([^/]+)\/([^/]+)\/?$/,
      methods: {
        GET: (_call, id = "", name = "", other = "") =>
          resources.find(other) === undefined ? undefined : apsAnswer(200, links.linked(id, name, other)),
        DELETE(_call, id = "", name = "", other = "") {
          if (resources.find(other) === undefined) return undefined;
          links.remove(id, name, other);
          return apsNoContent;
        },
      },
    },
    {
      path: /^\/aps\/2\/collections\/([^/]+)\/?$/,
      methods: { GET: (call, alias = "") => listOf(resources, collection(resources, alias), call) },
    },
    {
      path: /^\/aps\/2\/services\/([^/]+)\/?$/,
      methods: { GET: (_call, alias = "") => apsAnswer(200, service(resources, alias)) },
    },
  ];
}

function orderRoutes(orders: OrderManager): readonly Route[] {
  const service = `/aps/2/(?:services/order-manager|resources/${orderManagerId})`;
  return [
    {
      path: new RegExp(`^${service}/orders/?$`),
      methods: {
        GET: (call) => listAnswer(orders.list(), call, (order) => order),
        POST: (call) => apsAnswer(200, orders.place(parseJsonBody(call))),
      },
    },
    {
      path: new RegExp(`^${service}/orders/estimate/?$`),
      methods: { POST: (call) => apsAnswer(200, orders.estimate(parseJsonBody(call), isIncludingTaxes(call))) },
    },
    {
      path: new RegExp(`^${service}/orders/([^/]+)/?$`),
      methods: { GET: (_call, orderId = "") => apsAnswer(200, orders.get(orderId)) },
    },
  ];
}

function staffRoutes(staff: Staff): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/allowedOperations\/?$/,
      methods: {
        GET: (_call, userId = "") => apsAnswer(200, staff.allowedOperations(userId)),
        PUT(call, userId = "") {
          staff.changeAllowedOperations(call.consumerKey, userId, objectBody(call));
          return apsNoContent;
        },
      },
    },
  ];
}

function paymentMethodRoutes(methods: PaymentMethods): readonly Route[] {
  const service = `/aps/2/(?:services/payment-method-manager|resources/${serviceIds["payment-method-manager"]})`;
  return [
    {
      path: new RegExp(`^${service}/paymentMethods/?$`),
      methods: {
        GET({ query }) {
          const parameters = new URLSearchParams(query);
          const given = (name: string) => parameters.get(name) ?? undefined;
          const [accountId, paymentSystemId] = [given("accountId"), given("paymentSystemId")];
          return apsAnswer(200, methods.list({ accountId, paymentSystemId, externalId: given("externalId") }));
        },
        POST: (call) => apsAnswer(200, methods.add(objectBody(call))),
      },
    },
    {
      path: new RegExp(`^${service}/paymentMethods/(\\d{1,9})/?$`),
      methods: { PUT: (call, id = "") => apsAnswer(200, methods.update(Number(id), objectBody(call))) },
    },
  ];
}

function subscriptionRoutes(subscriptions: Subscriptions): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/resources\/?$/,
      methods: {
        GET(_call, id = "") {
          const amounts = subscriptions.amounts(id);
          return amounts && apsAnswer(200, amounts);
        },
      },
    },
  ];
}

/** One resource for an object, a list of them for a list. */
function create(resources: ResourceStore, body: Json) {
  if (Array.isArray(body)) return apsAnswer(200, resources.create(body));
  const [created = null] = resources.create([body]);
  return apsAnswer(200, created);
}

/** A list of resources, whose links its conditions may lead across. */
function listOf(resources: ResourceStore, items: readonly ApsResource[], call: RoutedCall) {
  return listAnswer(items, call, withoutLinks, (link) => resources.find(linkedId(link) ?? ""));
}

function existing(resources: ResourceStore, id: string): ApsResource {
  const resource = resources.find(id);
  if (resource === undefined) throw new Failure(404, `Resource ${id} does not exist`);
  return resource;
}

/** Linked resources as a list, a property as a bare value. What the resource does not have is left to others. */
function member(resources: ResourceStore, call: RoutedCall, id: string, name: string) {
  const resource = resources.find(id);
  if (resource === undefined) return undefined;
  const many = Object.hasOwn(collectionLinks, name) ? collectionLinks[name] : undefined;
  if (many !== undefined && isImplementing(resource.aps.type, apsTypes.account)) {
    const others = resources.all().filter(({ aps }) => isImplementing(aps.type, many.type));
    const linked = others.filter((other) => linkedId(other[many.link]) === id);
    return listOf(resources, linked, call);
  }
  if (!Object.hasOwn(resource, name)) return undefined;
  const value = resource[name] ?? null;
  const linked = linkedId(value);
  if (linked !== undefined) return listOf(resources, [existing(resources, linked)], call);
  return isJsonObject(value) && isJsonObject(value["aps"]) ? undefined : apsAnswer(200, value);
}

/** Custom operations have the form of a link: those of services and of subscriptions are told by their types. */
function isService(resources: ResourceStore, id: string): boolean {
  const type = resources.find(id)?.aps.type ?? "";
  return [...operatedTypes].some((operated) => isImplementing(type, operated));
}

const operatedTypes = [
  apsTypes.orderManagement,
  apsTypes.discountManagement,
  apsTypes.paymentMethodManagement,
  apsTypes.paymentManagement,
  apsTypes.bssSubscription,
  apsTypes.subscription,
  apsTypes.servicePlan,
  apsTypes.adminUser,
  apsTypes.serviceUser,
];

function service(resources: ResourceStore, alias: string): ApsResource {
  const [, id] = Object.entries(serviceIds).find(([name]) => name === alias) ?? [];
  if (id === undefined) throw new Failure(404, `Service ${alias} does not exist`);
  return existing(resources, id);
}

function collection(resources: ResourceStore, alias: string): readonly ApsResource[] {
  const type = Object.hasOwn(collectionTypes, alias) ? collectionTypes[alias] : undefined;
  if (type === undefined) throw new Failure(404, `Collection ${alias} does not exist`);
  return resources.all().filter(({ aps }) => isImplementing(aps.type, type));
}

function objectBody(call: RoutedCall): JsonObject {
  const body = parseJsonBody(call);
  if (!isJsonObject(body)) throw new Failure(400, "The body is not a JSON object");
  return body;
}

/** Taxes are part of an estimate unless the query says `includeTaxes=false`. */
function isIncludingTaxes({ query }: RoutedCall): boolean {
  return new URLSearchParams(query).get("includeTaxes") !== "false";
}
