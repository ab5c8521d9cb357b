import type { Route } from "../router.js";
import { apsAnswer } from "./bus-answer.js";
import type { Subscriptions } from "./subscriptions.js";

/** What subscriptions have of each resource. */
export function subscriptionRoutes(subscriptions: Subscriptions): readonly Route[] {
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
