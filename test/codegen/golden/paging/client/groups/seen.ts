// Generated from paging.yaml. To change it, edit the document and generate again.
import { type CallOptions, OperationGroup, type PagedCall, pagedCall } from "apsdirect/runtime";
import { seenByCursor, seenByOffset, seenByPage } from "../operations/seen.js";
import type { Entry, EntryPage, SeenByCursorResult } from "../types.js";

/** Options for `seen.offset`. */
export interface SeenByOffsetOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/** Options for `seen.page`. */
export interface SeenByPageOptions extends CallOptions {
  page?: number | undefined;
  perPage?: number | undefined;
}

/** Options for `seen.cursor`. */
export interface SeenByCursorOptions extends CallOptions {
  cursor?: string | null | undefined;
}

/** Pages that names leave no doubt of. */
export class Seen extends OperationGroup {
  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /seen/offset`
   */
  offset(options?: SeenByOffsetOptions): PagedCall<Entry[], Entry> {
    return pagedCall(this.core, seenByOffset, {}, options);
  }

  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /seen/page`
   */
  page(options?: SeenByPageOptions): PagedCall<EntryPage, Entry> {
    return pagedCall(this.core, seenByPage, {}, options);
  }

  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /seen/cursor`
   */
  cursor(options?: SeenByCursorOptions): PagedCall<SeenByCursorResult, Entry> {
    return pagedCall(this.core, seenByCursor, {}, options);
  }
}
