// Generated from parameters.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import type { List, Size } from "../types.js";
import * as z from "../zod.js";

/** `GET /simple/{text}/{list}/{exploded}` */
export const readSimple: Operation<{ text: string; list: List; exploded: Size }, undefined> = {
  name: "parameters.simple",
  method: "GET",
  path: "/simple/{text}/{list}/{exploded}",
  safety: "safe",
  parameters: [{ in: "path", name: "exploded", explode: true }],
  responses: {
    204: {},
  },
};

/** `GET /label/{list}/{size}` */
export const readLabel: Operation<{ list: List; size: Size }, undefined> = {
  name: "parameters.label",
  method: "GET",
  path: "/label/{list}/{size}",
  safety: "safe",
  parameters: [
    { in: "path", name: "list", style: "label", explode: true },
    { in: "path", name: "size", style: "label" },
  ],
  responses: {
    204: {},
  },
};

/** `GET /matrix/{list}/{size}` */
export const readMatrix: Operation<{ list: List; size: Size }, undefined> = {
  name: "parameters.matrix",
  method: "GET",
  path: "/matrix/{list}/{size}",
  safety: "safe",
  parameters: [
    { in: "path", name: "list", style: "matrix" },
    { in: "path", name: "size", style: "matrix", explode: true },
  ],
  responses: {
    204: {},
  },
};

/** `QUERY /whole` */
export const readWhole: Operation<object, undefined> = {
  name: "parameters.whole",
  method: "QUERY",
  path: "/whole",
  safety: "safe",
  parameters: [
    { in: "query", name: "filter", option: "filter", required: false },
    { in: "cookie", name: "raw", option: "raw", required: false, style: "cookie" },
  ],
  responses: {
    204: {},
  },
};

/** `COPY /whole` */
export const copyWhole: Operation<object, undefined> = {
  name: "parameters.copy",
  method: "COPY",
  path: "/whole",
  safety: "idempotent",
  responses: {
    204: {},
  },
};

/** `GET /photos?method=list&tag={tag}` */
export const listPhotos: Operation<{ tag: string }, undefined> = {
  name: "parameters.listPhotos",
  method: "GET",
  path: "/photos?method=list&tag={tag}",
  safety: "safe",
  parameters: [{ in: "query", name: "each", option: "each", required: false }],
  responses: {
    204: {},
  },
};

/** `GET /photos/{id}#link` */
export const photosLink: Operation<{ id: string }, undefined> = {
  name: "parameters.photosLink",
  method: "GET",
  path: "/photos/{id}",
  safety: "safe",
  responses: {
    204: {},
  },
};

/** `GET /photos(name='{name}')//` */
export const readNamed: Operation<{ name: string }, undefined> = {
  name: "parameters.named",
  method: "GET",
  path: "/photos(name='{name}')//",
  safety: "safe",
  responses: {
    204: {},
  },
};

/** `GET /query` */
export const readQuery: Operation<object, undefined> = {
  name: "parameters.query",
  method: "GET",
  path: "/query",
  safety: "safe",
  parameters: [
    { in: "query", name: "each", option: "each", required: false },
    { in: "query", name: "joined", option: "joined", required: false, explode: false },
    { in: "query", name: "spaced", option: "spaced", required: false, style: "spaceDelimited" },
    { in: "query", name: "piped", option: "piped", required: false, style: "pipeDelimited" },
    { in: "query", name: "filter", option: "filter", required: false, style: "deepObject", explode: true },
    { in: "query", name: "size", option: "size", required: false },
    { in: "query", name: "next", option: "next", required: false, allowReserved: true },
    { in: "query", name: "where", option: "where", required: false, contentType: "application/json" },
  ],
  responses: {
    204: {},
  },
};

/** `GET /elsewhere` */
export const readElsewhere: Operation<object, undefined> = {
  name: "parameters.elsewhere",
  method: "GET",
  path: "/elsewhere",
  safety: "safe",
  parameters: [
    { in: "header", name: "X-List", option: "xList", required: true },
    { in: "header", name: "X-Size", option: "xSize", required: false, explode: true },
    { in: "cookie", name: "session", option: "session", required: false },
    { in: "cookie", name: "flags", option: "flags", required: false, explode: false },
  ],
  responses: {
    204: {},
  },
};

/** `PUT /bodies/{body}/{bodyParam}` */
export const putBody: Operation<{ bodyParam2: List; bodyParam: string; body: string }, undefined> = {
  name: "parameters.body",
  method: "PUT",
  path: "/bodies/{bodyParam2}/{bodyParam}",
  body: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.string()), required: true },
  responses: {
    204: {},
  },
};
