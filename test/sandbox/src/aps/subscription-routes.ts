import type { Route } from "../router.js";
import { apsAnswer } from "./bus-answer.js";
import type { Subscriptions } from "./subscriptions.js";
import type { ViewOfCall } from "./view.js";

/** What subscriptions have of each resource. */
export function subscriptionRoutes(subscriptions: Subscriptions, viewOf: ViewOfCall): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/resources\/?$/,
      methods: {
        GET(call, id = "") {
          const amounts = viewOf(call).resources.find(id) && subscriptions.amounts(id);
          return amounts && apsAnswer(200, amounts);
        },
      },
    },
  ];
}
