import { present } from "../json/index.js";
import type { Server as ServerObject } from "../openapi/index.js";
import type { Server } from "./model.js";

/** A server as far as a program needs it to make an address. */
export function settleServer({ url, variables = {} }: ServerObject): Server {
  return {
    url,
    variables: Object.entries(variables).map(([name, variable]) => ({
      name,
      ...present({
        default: variable.default === undefined ? undefined : String(variable.default),
        enum: variable.enum?.map(String),
      }),
    })),
  };
}
