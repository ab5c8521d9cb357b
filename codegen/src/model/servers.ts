import { present } from "../json/index.js";
import type { Server as ServerObject } from "../openapi/index.js";
import type { Server } from "./model.js";

/** Converts a server to the parts needed to build a URL. */
export function convertServer({ url, variables = {} }: ServerObject): Server {
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
