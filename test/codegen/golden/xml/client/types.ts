// Generated from xml.yaml. To change it, edit the document and generate again.

/** Notice of either kind. A reader of XML needs one shape for both, and for kinds of the future. */
export type Notice = ShipNotice | DelayNotice;

export interface Base {
  sent?: string;
  address?: Address;
  labels?: {
    [key: string]: string;
  };
  anything?: unknown;
}

export type ShipNotice = Base & {
  kind: "ship";
  parcels?: Parcel[];
};

export type DelayNotice = Base & {
  kind: "delay";
  days?: number | null;
  isFinal?: boolean;
  /** Text for some, a number for others, so the shape says nothing. */
  reason?: string | number;
  note?: string[];
};

export interface Parcel {
  "tracking-id"?: string;
  size?: {
    height?: number;
    unit?: "mm" | "inch" | (string & {});
  };
  /** Parcels in this parcel. The shape ends here, because a constant cannot contain itself. */
  contains?: Parcel[];
}

export interface Address {
  street?: string;
  parcel?: Parcel;
}

export interface Unused {
  name?: string;
}
