// Generated from paging.yaml. To change it, edit the document and generate again.
import { type CallOptions, OperationGroup, type PagedCall, pagedCall } from "apsdirect/runtime";
import { listByLink, listByOffset, listByPage, searchByCursor } from "../operations/said.js";
import type {
  Entry,
  ListByOffsetResult,
  SearchByCursorBody,
  SearchByCursorItem,
  SearchByCursorResult,
} from "../types.js";

/** Options for `said.offset`. */
export interface ListByOffsetOptions extends CallOptions {
  startAt?: number | undefined;
  pageSizeParam?: number | undefined;
  xTenant?: string | undefined;
}

/** Options for `said.page`. */
export interface ListByPageOptions extends CallOptions {
  p?: number | undefined;
  n?: number | undefined;
}

/** Options for `said.cursor`. */
export interface SearchByCursorOptions extends CallOptions {
  after?: string | undefined;
}

/** Options for `said.link`. */
export interface ListByLinkOptions extends CallOptions {
  q?: string | undefined;
  xTenant?: string | undefined;
}

/** Pages that the document describes. */
export class Said extends OperationGroup {
  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /said/offset`
   */
  offset(options?: ListByOffsetOptions): PagedCall<ListByOffsetResult, Entry> {
    return pagedCall(this.core, listByOffset, {}, options);
  }

  /**
   * Lists what is on a shelf.
   *
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /said/page/{shelf}`
   *
   * @param shelf Name of the shelf.
   */
  page(shelf: string, options?: ListByPageOptions): PagedCall<string[], string> {
    return pagedCall(this.core, listByPage, { shelf }, options);
  }

  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `POST /said/cursor`
   */
  cursor(
    search: SearchByCursorBody,
    options?: SearchByCursorOptions,
  ): PagedCall<SearchByCursorResult, SearchByCursorItem> {
    return pagedCall(this.core, searchByCursor, { body: search }, options);
  }

  /**
   * Iterate over the result to read this page and all following ones.
   *
   * `GET /said/link`
   */
  link(options?: ListByLinkOptions): PagedCall<Entry[], Entry> {
    return pagedCall(this.core, listByLink, {}, options);
  }
}
