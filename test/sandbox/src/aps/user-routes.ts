import { parseJsonObject, type Route } from "../router.js";
import { apsAnswer, apsNoContent } from "./bus-answer.js";
import type { Staff } from "./staff.js";

/** What users may do. */
export function userRoutes(staff: Staff): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/allowedOperations\/?$/,
      methods: {
        GET: (_call, userId = "") => apsAnswer(200, staff.allowedOperations(userId)),
        PUT(call, userId = "") {
          staff.changeAllowedOperations(call.consumerKey, userId, parseJsonObject(call));
          return apsNoContent;
        },
      },
    },
  ];
}
