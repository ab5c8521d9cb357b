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

/** `GET /files` */
export const download: Operation<object, undefined> = {
  name: "servers.download",
  method: "GET",
  path: "/files",
  servers: [{ url: "https://cdn.example.test" }],
  safety: "safe",
  parameters: [{ in: "query", name: "baseUrl", option: "baseUrlParam", required: false }],
  responses: {
    204: {},
  },
};

/** `POST /files` */
export const upload: Operation<object, undefined> = {
  name: "servers.upload",
  method: "POST",
  path: "/files",
  servers: [{ url: "https://files.example.test/{version}", variables: { version: { default: "v1" } } }],
  responses: {
    204: {},
  },
};
