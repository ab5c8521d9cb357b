// Generated from paging.yaml. To change it, edit the document and generate again.
import { type CallOptions, OperationGroup, type PagedCall, pagedCall } from "apsdirect/runtime";
import { seenByCursor, seenByOffset, seenByPage } from "../operations/seen.js";
import type { Entry, EntryPage, SeenByCursorResult } from "../types.js";

/** What `seen.offset` takes beside its arguments. */
export interface SeenByOffsetOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/** What `seen.page` takes beside its arguments. */
export interface SeenByPageOptions extends CallOptions {
  page?: number | undefined;
  perPage?: number | undefined;
}

/** What `seen.cursor` takes beside its arguments. */
export interface SeenByCursorOptions extends CallOptions {
  cursor?: string | null | undefined;
}

/** Pages that names leave no doubt of. */
export class Seen extends OperationGroup {
  /**
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /seen/offset`
   */
  offset(options?: SeenByOffsetOptions): PagedCall<Entry[], Entry> {
    return pagedCall(this.core, seenByOffset, {}, options);
  }

  /**
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /seen/page`
   */
  page(options?: SeenByPageOptions): PagedCall<EntryPage, Entry> {
    return pagedCall(this.core, seenByPage, {}, options);
  }

  /**
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /seen/cursor`
   */
  cursor(options?: SeenByCursorOptions): PagedCall<SeenByCursorResult, Entry> {
    return pagedCall(this.core, seenByCursor, {}, options);
  }
}
