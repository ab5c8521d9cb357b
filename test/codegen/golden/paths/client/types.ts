// Generated from paths.yaml. To change it, edit the document and generate again.

export interface OrderRecord {
  id: string;
  ["__proto__"]: number;
  /** Ends no comment: *\/ */
  status?: "open" | "*/ closed" | (string & {});
  /** Docs beside a reference. */
  note?: Note;
  checked?: Note & {
    text: string;
  };
  nothing?: null;
  never?: never;
  anything?: unknown;
  parts?: [string, number];
  hidden?: { [key: string]: unknown };
  line?: OrderLine;
}

export interface Note {
  text?: string;
}

export type Thread = Thread[];

export type Shape = {
  kind: string;
  area?: number;
} & (Circle | Square);

export type Circle = {
  kind: string;
  area?: number;
} & {
  radius?: number;
};

export type Square = {
  kind: string;
  area?: number;
} & {
  side?: number;
};

export interface Order {
  line: {
    amount?: number;
  };
}

export interface Problem {
  message?: string;
}

export interface OrderLine {
  amount?: number;
}
