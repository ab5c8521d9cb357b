// Generated from servers.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";

/** `GET /ping` */
export const ping: Operation<object, undefined> = {
  name: "servers.ping",
  method: "GET",
  path: "/ping",
  safety: "safe",
  responses: {
    204: {},
  },
};
