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

/** Result of `said.offset`. */
export interface ListByOffsetResult {
  data: {
    entries?: Entry[] | null;
    meta?: {
      count?: number;
    };
  };
}

/** Request body of `said.cursor`. */
export interface SearchByCursorBody {
  text?: string;
}

/** Result of `said.cursor`. */
export interface SearchByCursorResult {
  found?: {
    id: string;
  }[];
  paging?: {
    next?: string | null;
  };
}

/** Item in the result of `said.cursor`. */
export interface SearchByCursorItem {
  id: string;
}

/** Result of `seen.cursor`. */
export interface SeenByCursorResult {
  entries?: Entry[];
  next_cursor?: string | null;
}

/** Result of `neither.lists`. */
export interface TwoListsResult {
  old?: Entry[];
  new?: Entry[];
}
