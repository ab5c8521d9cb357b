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

/** What `said.offset` takes beside its arguments. */
export interface ListByOffsetOptions extends CallOptions {
  startAt?: number | undefined;
  pageSizeParam?: number | undefined;
  xTenant?: string | undefined;
}

/** What `said.page` takes beside its arguments. */
export interface ListByPageOptions extends CallOptions {
  p?: number | undefined;
  n?: number | undefined;
}

/** What `said.cursor` takes beside its arguments. */
export interface SearchByCursorOptions extends CallOptions {
  after?: string | undefined;
}

/** What `said.link` takes beside its arguments. */
export interface ListByLinkOptions extends CallOptions {
  q?: string | undefined;
  xTenant?: string | undefined;
}

/** Pages that the document describes. */
export class Said extends OperationGroup {
  /**
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /said/offset`
   */
  offset(options?: ListByOffsetOptions): PagedCall<ListByOffsetResult, Entry> {
    return pagedCall(this.core, listByOffset, {}, options);
  }

  /**
   * Lists what is on a shelf.
   *
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /said/page/{shelf}`
   *
   * @param shelf Name of the shelf.
   */
  page(shelf: string, options?: ListByPageOptions): PagedCall<string[], string> {
    return pagedCall(this.core, listByPage, { shelf }, options);
  }

  /**
   * Iterated over, it goes on to the pages after this one.
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
   * Iterated over, it goes on to the pages after this one.
   *
   * `GET /said/link`
   */
  link(options?: ListByLinkOptions): PagedCall<Entry[], Entry> {
    return pagedCall(this.core, listByLink, {}, options);
  }
}
