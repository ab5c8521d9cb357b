// Generated from paging.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type {
  Entry,
  EntryPage,
  ListByOffsetResult,
  Page,
  SearchByCursorBody,
  SearchByCursorItem,
  SearchByCursorResult,
  SeenByCursorResult,
  TwoListsResult,
} from "./types.js";
import * as z from "./zod.js";

/** Checks {@link Entry}. */
export const entrySchema: Schema<Entry> = schema(() =>
  z.looseObject({
    id: z.int(),
  }),
);

/** Checks {@link Page}. */
export const pageSchema: Schema<Page> = schema(() =>
  z.looseObject({
    total: z.int(),
    took: z.optional(z.number()),
  }),
);

/** Checks {@link EntryPage}. */
export const entryPageSchema: Schema<EntryPage> = schema(() =>
  z.intersection(
    pageSchema,
    z.looseObject({
      entries: z.array(entrySchema),
    }),
  ),
);

/** Checks {@link ListByOffsetResult}. */
export const listByOffsetResultSchema: Schema<ListByOffsetResult> = schema(() =>
  z.looseObject({
    data: z.looseObject({
      entries: z.optional(z.union([z.array(entrySchema), z.null()])),
      meta: z.optional(
        z.looseObject({
          count: z.optional(z.int()),
        }),
      ),
    }),
  }),
);

/** Checks {@link SearchByCursorBody}. */
export const searchByCursorBodySchema: Schema<SearchByCursorBody> = schema(() =>
  z.looseObject({
    text: z.optional(z.string()),
  }),
);

/** Checks {@link SearchByCursorResult}. */
export const searchByCursorResultSchema: Schema<SearchByCursorResult> = schema(() =>
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
        next: z.optional(z.union([z.string(), z.null()])),
      }),
    ),
  }),
);

/** Checks {@link SearchByCursorItem}. */
export const searchByCursorItemSchema: Schema<SearchByCursorItem> = schema(() =>
  z.looseObject({
    id: z.string(),
  }),
);

/** Checks {@link SeenByCursorResult}. */
export const seenByCursorResultSchema: Schema<SeenByCursorResult> = schema(() =>
  z.looseObject({
    entries: z.optional(z.array(entrySchema)),
    next_cursor: z.optional(z.union([z.string(), z.null()])),
  }),
);

/** Checks {@link TwoListsResult}. */
export const twoListsResultSchema: Schema<TwoListsResult> = schema(() =>
  z.looseObject({
    old: z.optional(z.array(entrySchema)),
    new: z.optional(z.array(entrySchema)),
  }),
);
