// Generated from paging.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { postedSearch, twoLists, twoWays, unknownFirstPage } from "../operations/neither.js";
import type { Entry, TwoListsResult } from "../types.js";

/** Options for `neither.firstPage`. */
export interface UnknownFirstPageOptions extends CallOptions {
  page?: number | undefined;
  perPage?: number | undefined;
}

/** Options for `neither.lists`. */
export interface TwoListsOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/** Options for `neither.ways`. */
export interface TwoWaysOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
  page?: number | undefined;
}

/** Options for `neither.search`. */
export interface PostedSearchOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/** Answers that look like pages and may be something else. */
export class Neither extends OperationGroup {
  /**
   * Is not said to count from 0 or from 1.
   *
   * `GET /neither/page`
   */
  firstPage(options?: UnknownFirstPageOptions): Call<Entry[]> {
    return this.core.call(unknownFirstPage, {}, options);
  }

  /**
   * Answers two lists.
   *
   * `GET /neither/lists`
   */
  lists(options?: TwoListsOptions): Call<TwoListsResult> {
    return this.core.call(twoLists, {}, options);
  }

  /**
   * Takes an offset and a page.
   *
   * `GET /neither/ways`
   */
  ways(options?: TwoWaysOptions): Call<Entry[]> {
    return this.core.call(twoWays, {}, options);
  }

  /**
   * Is no GET.
   *
   * `POST /neither/search`
   */
  search(options?: PostedSearchOptions): Call<Entry[]> {
    return this.core.call(postedSearch, {}, options);
  }
}
