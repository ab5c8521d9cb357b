// Generated from compositions.yaml. To change it, edit the document and generate again.

export interface Parts {
  next?: NextToAllOf;
  choice?: NextToOneOf;
  derived?: OfEmptyBase;
  stamped?: OfReadOnlyBase;
  stamp?: Stamp;
  open?: Open;
  either?: RequiredOnly;
  free?: { [key: string]: unknown };
}

export interface PartsInput {
  next?: NextToAllOf;
  choice?: NextToOneOf;
  derived?: OfEmptyBase;
  stamped?: OfReadOnlyBaseInput;
  stamp?: StampInput;
  open?: Open;
  either?: RequiredOnly;
  free?: { [key: string]: unknown };
}

export interface Named {
  name: string;
}

export interface Sized {
  size: number;
}

export type NextToAllOf = Named & Sized;

export type NextToOneOf = Named | Sized;

export type Empty = { [key: string]: unknown };

export type EmptyToo = Empty;

export type OfEmptyBase = Named;

export interface Stamp {
  id: string;
}

export type StampInput = { [key: string]: never };

export type OfReadOnlyBase = Stamp & Named;

export type OfReadOnlyBaseInput = Named;

/** Open, because the document says so. */
export type Open = Named & {
  [key: string]: unknown;
};

/** An object of unknown content, of which the choices require one of two properties. */
export type RequiredOnly = { [key: string]: unknown };
