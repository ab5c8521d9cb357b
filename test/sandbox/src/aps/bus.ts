import type { JsonObject } from "../json.js";
import type { Platform } from "../platform.js";
import { type Route, routeCall } from "../router.js";
import { apsFailure, apsResponse } from "./bus-response.js";
import { controllerInfo } from "./controller-info.js";
import { createExampleRoutes } from "./example-responses.js";
import type { OrderManager } from "./order-manager.js";
import { orderRoutes } from "./order-routes.js";
import type { PaymentMethods } from "./payment-methods.js";
import { paymentRoutes } from "./payment-routes.js";
import type { Payments } from "./payments.js";
import { resourceRoutes } from "./resource-routes.js";
import type { ResourceStore } from "./resources.js";
import type { Staff } from "./staff.js";
import { subscriptionRoutes } from "./subscription-routes.js";
import type { Subscriptions } from "./subscriptions.js";
import { createTypeLibrary } from "./type-library.js";
import { typeRoutes } from "./type-routes.js";
import { userRoutes } from "./user-routes.js";
import type { ViewOfCall } from "./view.js";

/** Components behind the routes of the bus. */
export interface BusParts {
  readonly resources: ResourceStore;
  readonly orders: OrderManager;
  readonly staff: Staff;
  readonly paymentMethods: PaymentMethods;
  readonly payments: Payments;
  readonly subscriptions: Subscriptions;
  /** Response of `reasonCodes`. */
  readonly reasonCodes: readonly JsonObject[];
}

/** Creates the APS bus: generic resources, collections, the type library, and the services by alias and by APS ID. */
export function createBus(parts: BusParts): Platform {
  const viewOf: ViewOfCall = ({ consumerKey }) => parts.staff.viewOf(consumerKey);
  const types = createTypeLibrary(() => parts.resources.all().map(({ aps }) => aps.type));
  const routes: readonly Route[] = [
    { path: /^\/aps\/?$/, methods: { GET: () => apsResponse(200, controllerInfo) } },
    ...orderRoutes(parts.orders, parts.reasonCodes, viewOf),
    ...userRoutes(parts.staff, viewOf),
    ...paymentRoutes(parts.paymentMethods, parts.payments, viewOf),
    ...subscriptionRoutes(parts.subscriptions, viewOf),
    ...typeRoutes(types),
    ...resourceRoutes(viewOf, types),
  ];
  // Loaded on demand: parsing the document takes most of the startup time, and few calls need it.
  let documented: readonly Route[] | undefined;
  const others = () => {
    documented ??= createExampleRoutes();
    return documented;
  };
  return {
    name: "aps",
    refusalStatus: 401,
    answer(call, consumerKey) {
      parts.staff.requirePermission(consumerKey, call.method, call.target.replace(/\?.*$/s, ""));
      // No timer needed: orders take effect on the next call.
      parts.orders.settle();
      return routeCall(routes, call, consumerKey, others);
    },
    failure: apsFailure,
  };
}
