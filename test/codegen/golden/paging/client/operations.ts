// Generated from paging.yaml. To change it, edit the document and generate again.
import { type Operation, type PagedOperation, schema } from "apsdirect/runtime";
import {
  entryPageSchema,
  entrySchema,
  listByOffsetResultSchema,
  searchByCursorBodySchema,
  searchByCursorResultSchema,
  seenByCursorResultSchema,
  twoListsResultSchema,
} from "./schemas.js";
import type {
  Entry,
  EntryPage,
  ListByOffsetResult,
  SearchByCursorBody,
  SearchByCursorItem,
  SearchByCursorResult,
  SeenByCursorResult,
  TwoListsResult,
} from "./types.js";
import * as z from "./zod.js";

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
    200: { contentType: "application/json", schema: listByOffsetResultSchema },
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
    200: { contentType: "application/json", schema: schema(() => z.array(z.string())) },
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
  body: { contentType: "application/json", schema: searchByCursorBodySchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: searchByCursorResultSchema },
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
    200: { contentType: "application/json", schema: schema(() => z.array(entrySchema)) },
  },
  paging: { style: "link" },
};

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
    200: { contentType: "application/json", schema: schema(() => z.array(entrySchema)) },
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
  safety: "unsafe",
  parameters: [{ in: "query", name: "cursor", option: "cursor", required: false }],
  responses: {
    200: { contentType: "application/json", schema: seenByCursorResultSchema },
  },
  paging: { style: "cursor", cursor: "cursor", next: ["next_cursor"], items: ["entries"] },
};

/** Is not said to count from 0 or from 1. */
export const unknownFirstPage: Operation<object, Entry[]> = {
  name: "neither.firstPage",
  method: "GET",
  path: "/neither/page",
  safety: "unsafe",
  parameters: [
    { in: "query", name: "page", option: "page", required: false },
    { in: "query", name: "per_page", option: "perPage", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(entrySchema)) },
  },
};

/** Answers two lists. */
export const twoLists: Operation<object, TwoListsResult> = {
  name: "neither.lists",
  method: "GET",
  path: "/neither/lists",
  safety: "unsafe",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: twoListsResultSchema },
  },
};

/** Takes an offset and a page. */
export const twoWays: Operation<object, Entry[]> = {
  name: "neither.ways",
  method: "GET",
  path: "/neither/ways",
  safety: "unsafe",
  parameters: [
    { in: "query", name: "offset", option: "offset", required: false },
    { in: "query", name: "limit", option: "limit", required: false },
    { in: "query", name: "page", option: "page", required: false },
  ],
  responses: {
    200: { contentType: "application/json", schema: schema(() => z.array(entrySchema)) },
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
    200: { contentType: "application/json", schema: schema(() => z.array(entrySchema)) },
  },
};
