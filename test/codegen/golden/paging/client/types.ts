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
