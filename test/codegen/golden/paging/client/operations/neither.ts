// Generated from paging.yaml. To change it, edit the document and generate again.
import { type Operation, schema } from "apsdirect/runtime";
import { entrySchema } from "../schemas.js";
import type { Entry, TwoListsResult } from "../types.js";
import * as z from "../zod.js";

/** Is not said to count from 0 or from 1. */
export const unknownFirstPage: Operation<object, Entry[]> = {
  name: "neither.firstPage",
  method: "GET",
  path: "/neither/page",
  parameters: [
    { in: "query", name: "page", option: "page", required: false },
    { in: "query", name: "per_page", option: "perPage", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
};

/** Answers two lists. */
export const twoLists: Operation<object, TwoListsResult> = {
  name: "neither.lists",
  method: "GET",
  path: "/neither/lists",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
  ],
  responses: {
    200: {
      contentType: "application/json",
      schema: /* @__PURE__ */ schema(() =>
        z.looseObject({
          old: z.optional(z.array(entrySchema)),
          new: z.optional(z.array(entrySchema)),
        }),
      ),
    },
  },
};

/** Takes an offset and a page. */
export const twoWays: Operation<object, Entry[]> = {
  name: "neither.ways",
  method: "GET",
  path: "/neither/ways",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
    { in: "query", name: "page", option: "page", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
};

/** Is no GET. */
export const postedSearch: Operation<object, Entry[]> = {
  name: "neither.search",
  method: "POST",
  path: "/neither/search",
  safety: "safe",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: /* @__PURE__ */ schema(() => z.array(entrySchema)) },
  },
};
