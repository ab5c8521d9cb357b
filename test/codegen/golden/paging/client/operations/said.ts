// Generated from paging.yaml. To change it, edit the document and generate again.
import { type PagedOperation, schema } from "apsdirect/runtime";
import { entrySchema } from "../schemas.js";
import type {
  Entry,
  ListByOffsetResult,
  SearchByCursorBody,
  SearchByCursorItem,
  SearchByCursorResult,
} from "../types.js";
import * as z from "../zod.js";

/** `GET /said/offset` */
export const listByOffset: PagedOperation<object, ListByOffsetResult, Entry> = {
  name: "said.offset",
  method: "GET",
  path: "/said/offset",
  safety: "safe",
  parameters: [
    { in: "query", name: "start-at", option: "startAt", required: false },
    { in: "query", name: "pageSize", option: "pageSizeParam", required: false },
    { in: "header", name: "X-Tenant", option: "xTenant", required: false },
  ],
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          data: z.looseObject({
            entries: z.optional(z.nullable(z.array(entrySchema))),
            meta: z.optional(
              z.looseObject({
                count: z.optional(z.int()),
              }),
            ),
          }),
        }),
      ),
    },
  },
  paging: { style: "offset", offset: "startAt", items: ["data", "entries"], total: ["data", "meta", "count"] },
};

/** Lists what is on a shelf. */
export const listByPage: PagedOperation<{ shelf: string }, string[], string> = {
  name: "said.page",
  method: "GET",
  path: "/said/page/{shelf}",
  safety: "safe",
  parameters: [
    { in: "query", name: "p", option: "p", required: false },
    { in: "query", name: "n", option: "n", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(z.string())) },
  },
  paging: { style: "page", page: "p", firstPage: 0, total: "content-range" },
};

/** `POST /said/cursor` */
export const searchByCursor: PagedOperation<{ body: SearchByCursorBody }, SearchByCursorResult, SearchByCursorItem> = {
  name: "said.cursor",
  method: "POST",
  path: "/said/cursor",
  safety: "safe",
  parameters: [{ in: "query", name: "after", option: "after", required: false }],
  body: {
    contentType: "application/json",
    schema: /* @__PURE__ */ schema(() =>
      z.looseObject({
        text: z.optional(z.string()),
      }),
    ),
    required: true,
  },
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          found: z.optional(
            z.array(
              z.looseObject({
                id: z.string(),
              }),
            ),
          ),
          paging: z.optional(
            z.looseObject({
              next: z.optional(z.nullable(z.string())),
            }),
          ),
        }),
      ),
    },
  },
  paging: { style: "cursor", cursor: "after", next: ["paging", "next"], items: ["found"] },
};

/** `GET /said/link` */
export const listByLink: PagedOperation<object, Entry[], Entry> = {
  name: "said.link",
  method: "GET",
  path: "/said/link",
  safety: "safe",
  parameters: [
    { in: "query", name: "q", option: "q", required: false },
    { in: "header", name: "X-Tenant", option: "xTenant", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
  paging: { style: "link" },
};
