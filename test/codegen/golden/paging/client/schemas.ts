// Generated from paging.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Entry, EntryPage, Page } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Entry}. */
export const entrySchema: Schema<Entry> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.int(),
  }),
);

/** Schema of {@link Page}. */
export const pageSchema: Schema<Page> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    total: z.int(),
    took: z.optional(z.number()),
  }),
);

/** Schema of {@link EntryPage}. */
export const entryPageSchema: Schema<EntryPage> = /* @__PURE__ */ schema(() =>
  z.intersection(
    pageSchema,
    z.looseObject({
      entries: z.array(entrySchema),
    }),
  ),
);
