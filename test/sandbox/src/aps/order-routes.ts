import { Failure } from "../failure.js";
import type { JsonObject } from "../json.js";
import { parseJsonBody, type Route, type RoutedCall } from "../router.js";
import { apsResponse } from "./bus-response.js";
import { respondWithList } from "./listing.js";
import type { OrderManager } from "./order-manager.js";
import { orderManagerId } from "./seed.js";
import { SCOPE, type ViewOfCall } from "./view.js";

/** Routes of the order application, by its alias and by its APS ID. */
export function orderRoutes(
  orders: OrderManager,
  reasonCodes: readonly JsonObject[],
  viewOf: ViewOfCall,
): readonly Route[] {
  const service = `/aps/2/(?:services/order-manager|resources/${orderManagerId})`;
  return [
    {
      path: new RegExp(`^${service}/orders/?$`),
      methods: {
        GET(call) {
          const listed = viewOf(call).filterList(orders.list(), ({ accountId }) => accountId, call.header(SCOPE));
          return respondWithList(listed, call, (order) => order);
        },
        POST: (call) => apsResponse(200, orders.place(parseJsonBody(call), viewOf(call).resources.find)),
      },
    },
    {
      // The sandbox has a single price list: customers pay what the reseller pays.
      path: new RegExp(`^${service}/orders/(?:estimate|estimateCosts)/?$`),
      methods: {
        POST: (call) =>
          apsResponse(200, orders.estimate(parseJsonBody(call), isIncludingTaxes(call), viewOf(call).resources.find)),
      },
    },
    {
      path: new RegExp(`^${service}/orders/termsconditions/?$`),
      methods: { POST: (call) => apsResponse(200, orders.terms(parseJsonBody(call), viewOf(call).resources.find)) },
    },
    { path: new RegExp(`^${service}/reasonCodes/?$`), methods: { GET: () => apsResponse(200, reasonCodes) } },
    {
      path: new RegExp(`^${service}/orders/([^/]+)/?$`),
      methods: {
        GET(call, orderId = "") {
          const order = orders.get(orderId);
          if (viewOf(call).isVisible(order["accountId"])) return apsResponse(200, order);
          throw new Failure(404, `Order ${orderId} does not exist`);
        },
      },
    },
  ];
}

/** Returns true unless the query contains `includeTaxes=false`. */
function isIncludingTaxes({ query }: RoutedCall): boolean {
  return new URLSearchParams(query).get("includeTaxes") !== "false";
}
