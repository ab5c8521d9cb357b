// Generated from responses.yaml. To change it, edit the document and generate again.

export type State = "open" | "closed" | (string & {});

export interface Filter {
  state?: State;
}

export interface Order {
  id: string;
}

export interface Missing {
  missing: string;
}

export interface Problem {
  title: string;
}
