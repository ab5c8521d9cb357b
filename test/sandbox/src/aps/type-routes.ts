import { Failure } from "../failure.js";
import type { Route } from "../router.js";
import { apsResponse } from "./bus-response.js";
import { respondWithList } from "./listing.js";
import { omitDetails, type TypeLibrary } from "./type-library.js";

/** Routes of the type library. */
export function typeRoutes(types: TypeLibrary): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/types\/?$/,
      methods: {
        // A request for a type by id returns the full description (`types.getByTypeId`).
        GET: (call) => respondWithList(types.all(), call, call.query.startsWith("id=") ? (type) => type : omitDetails),
      },
    },
    {
      path: /^\/aps\/2\/types\/([^/]+)\/?$/,
      methods: {
        GET(_call, number = "") {
          const type = types.find(number);
          if (type === undefined) throw new Failure(404, `Type ${number} does not exist`);
          return apsResponse(200, type);
        },
      },
    },
  ];
}
