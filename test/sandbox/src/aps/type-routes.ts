import { Failure } from "../failure.js";
import type { Route } from "../router.js";
import { apsAnswer } from "./bus-answer.js";
import { listAnswer } from "./listing.js";
import { type TypeLibrary, withoutDetails } from "./type-library.js";

/** Routes of the type library. */
export function typeRoutes(types: TypeLibrary): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/types\/?$/,
      methods: {
        // A request for a type by id returns the full description (`types.getByTypeId`).
        GET: (call) => listAnswer(types.all(), call, call.query.startsWith("id=") ? (type) => type : withoutDetails),
      },
    },
    {
      path: /^\/aps\/2\/types\/([^/]+)\/?$/,
      methods: {
        GET(_call, number = "") {
          const type = types.find(number);
          if (type === undefined) throw new Failure(404, `Type ${number} does not exist`);
          return apsAnswer(200, type);
        },
      },
    },
  ];
}
