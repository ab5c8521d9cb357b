// Generated from constructs.yaml. To change it, edit the document and generate again.

export type Name = string;

export interface Size {
  width: number;
}

/** Keywords beside a reference. */
export interface Thing {
  /**
   * Only told differently.
   *
   * @deprecated
   */
  name: Name;
  id?: Name;
  short?: Name & string;
  size?: Size;
  box?: Size & {
    height: number;
  };
  perhaps?: Name | null;
}

/** Keywords beside a reference. */
export interface ThingInput {
  /**
   * Only told differently.
   *
   * @deprecated
   */
  name: Name;
  secret?: Name;
  short?: Name & string;
  size?: Size;
  box?: Size & {
    height: number;
  };
  perhaps?: Name | null;
}

export interface Tuples {
  pair?: [string, Size];
  open?: [string, number?, ...unknown[]];
  row?: [string, ...(number | null)[]];
  cut?: [string?];
  anything?: [unknown, unknown, ...unknown[]];
  choice?: [(string | boolean)?, ...unknown[]];
  empty?: never[];
}

export type Patterned = {
  id: number;
  "x-known"?: string;
} & {
  [key: string]: Size | number | string;
};

export interface OnlyPatterns {
  [key: string]: boolean | number;
}

export interface UnclearPattern {
  [key: string]: string | number;
}

export type Counts = {
  name?: string;
} & {
  [key: string]: number | string;
};

export type Row = [string, Size, ...boolean[]];

export type Pair = [number, Patterned?];

export interface Draft {
  title?: string;
  id?: string;
  size?: Size;
}

export type Published = Draft & {
  title: string;
  id: string;
};

export type Sold = Published & {
  size: Size;
};
