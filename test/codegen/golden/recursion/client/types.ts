// Generated from recursion.yaml. To change it, edit the document and generate again.

/** Whatever JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | {
      [key: string]: JsonValue;
    };

export interface Tree {
  label: string;
  children: (Tree | null)[];
  parent?: Tree | null;
  /** The default is of another type. */
  visible?: boolean;
}

/** A number, or an operation on others. */
export type Expression = Literal | Operator;

export interface Literal {
  kind: "literal";
  value: number;
}

export interface Operator {
  kind: "operator";
  operands: Expression[];
  condition?: Condition;
}

/** A union that leads back to the one that leads here. */
export type Condition = Comparison | Negation;

export interface Comparison {
  is: "comparison";
  left: Expression;
}

export interface Negation {
  is: "negation";
  of: Condition;
}

/** Requires what one part declares and another does not have. */
export type Node = {
  name: string;
} & {
  next: Node | null;
};

/** A class that lists its subclasses, each of which extends it. */
export type Vehicle = {
  wheels: number;
  kind?: string;
} & (Car | Bicycle);

export type Car = {
  wheels: number;
  kind: string;
} & {
  kind: "car";
  doors: number;
};

export type Bicycle = {
  kind: "bicycle";
  hasBell?: boolean;
} & {
  wheels: number;
  kind: string;
};

export interface Record {
  [key: string]: Record;
}

export interface Blob {
  size: string;
  content?: globalThis.Blob;
}

export interface Response {
  next?: Response;
}

export interface Call {
  caller?: Call;
}

export interface Date {
  year: number;
}

export type Array = Array[];

/** A heading, and below it other outlines. */
export type Outline = string | [string, item2?: Outline[], ...unknown[]];

export interface Promise {
  kept: boolean;
}

export interface Globals {
  record?: Record;
  blob?: Blob;
  response?: Response;
  call?: Call;
  date?: Date;
  array?: Array;
  outline?: Outline;
  promise?: Promise;
  vehicle?: Vehicle;
}
