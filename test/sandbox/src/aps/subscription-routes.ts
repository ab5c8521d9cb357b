import type { Route } from "../router.js";
import { apsResponse } from "./bus-response.js";
import type { Subscriptions } from "./subscriptions.js";
import type { ViewOfCall } from "./view.js";

/** Routes for the resource amounts of subscriptions. */
export function subscriptionRoutes(subscriptions: Subscriptions, viewOf: ViewOfCall): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/resources\/?$/,
      methods: {
        GET(call, id = "") {
          const amounts = viewOf(call).resources.find(id) && subscriptions.amounts(id);
          return amounts && apsResponse(200, amounts);
        },
      },
    },
  ];
}
