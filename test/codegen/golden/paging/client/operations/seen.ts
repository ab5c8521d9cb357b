// Generated from paging.yaml. To change it, edit the document and generate again.
import { type PagedOperation, schema } from "apsdirect/runtime";
import { entryPageSchema, entrySchema } from "../schemas.js";
import type { Entry, EntryPage, SeenByCursorResult } from "../types.js";
import * as z from "../zod.js";

/** `GET /seen/offset` */
export const seenByOffset: PagedOperation<object, Entry[], Entry> = {
  name: "seen.offset",
  method: "GET",
  path: "/seen/offset",
  safety: "safe",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
  paging: { style: "offset", offset: "offset", total: "content-range" },
};

/** `GET /seen/page` */
export const seenByPage: PagedOperation<object, EntryPage, Entry> = {
  name: "seen.page",
  method: "GET",
  path: "/seen/page",
  safety: "safe",
  parameters: [
    { in: "query", name: "page", option: "page", required: false },
    { in: "query", name: "per_page", option: "perPage", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: entryPageSchema },
  },
  paging: { style: "page", page: "page", firstPage: 1, items: ["entries"], total: ["total"] },
};

/** `GET /seen/cursor` */
export const seenByCursor: PagedOperation<object, SeenByCursorResult, Entry> = {
  name: "seen.cursor",
  method: "GET",
  path: "/seen/cursor",
  parameters: [{ in: "query", name: "cursor", option: "cursor", required: false }],
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          entries: z.optional(z.array(entrySchema)),
          next_cursor: z.optional(z.nullable(z.string())),
        }),
      ),
    },
  },
  paging: { style: "cursor", cursor: "cursor", next: ["next_cursor"], items: ["entries"] },
};
