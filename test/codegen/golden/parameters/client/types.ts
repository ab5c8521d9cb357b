// Generated from parameters.yaml. To change it, edit the document and generate again.

export type List = string[];

export interface Size {
  width: number;
  height: number;
}

export interface Filter {
  name?: string;
  price?: Range;
}

export interface Range {
  gt?: number;
  lt?: number;
}
