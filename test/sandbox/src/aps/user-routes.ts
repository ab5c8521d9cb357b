import { Failure } from "../failure.js";
import { parseJsonObject, type Route } from "../router.js";
import { apsNoContent, apsResponse } from "./bus-response.js";
import type { Staff } from "./staff.js";
import type { ViewOfCall } from "./view.js";

/** Routes for the permissions of users. */
export function userRoutes(staff: Staff, viewOf: ViewOfCall): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/allowedOperations\/?$/,
      methods: {
        GET(call, userId = "") {
          if (viewOf(call).resources.find(userId)) return apsResponse(200, staff.allowedOperations(userId));
          throw new Failure(404, `User ${userId} does not exist`);
        },
        PUT(call, userId = "") {
          staff.changeAllowedOperations(call.consumerKey, userId, parseJsonObject(call));
          return apsNoContent;
        },
      },
    },
  ];
}
