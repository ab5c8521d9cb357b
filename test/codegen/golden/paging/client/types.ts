// Generated from paging.yaml. To change it, edit the document and generate again.

export interface Entry {
  id: number;
}

export interface Page {
  total: number;
  took?: number;
}

export type EntryPage = Page & {
  entries: Entry[];
};

/** What `said.offset` answers. */
export interface ListByOffsetResult {
  data: {
    entries?: Entry[] | null;
    meta?: {
      count?: number;
    };
  };
}

/** What `said.cursor` sends. */
export interface SearchByCursorBody {
  text?: string;
}

/** What `said.cursor` answers. */
export interface SearchByCursorResult {
  found?: {
    id: string;
  }[];
  paging?: {
    next?: string | null;
  };
}

/** One of what `said.cursor` answers. */
export interface SearchByCursorItem {
  id: string;
}

/** What `seen.cursor` answers. */
export interface SeenByCursorResult {
  entries?: Entry[];
  next_cursor?: string | null;
}

/** What `neither.lists` answers. */
export interface TwoListsResult {
  old?: Entry[];
  new?: Entry[];
}
