// Generated from choices.yaml. To change it, edit the document and generate again.

export type Colour = "red" | "green" | 7 | null;

export interface Event {
  kind?: "start" | "end";
  colour?: Colour;
  day?: string;
  at?: globalThis.Date;
  ended?: globalThis.Date | null;
  history?: Moment[];
  range?: Range;
  span?: [Moment?, string?, ...unknown[]];
  dated?: Dated;
  log?: Log;
  change?: Change;
  picture?: globalThis.Blob;
}

export type Moment = globalThis.Date;

export interface Range {
  from?: globalThis.Date;
  to?: globalThis.Date;
}

/** Only one of its parts knows of the date. */
export type Dated = {
  title?: string;
} & {
  at: globalThis.Date;
};

export interface Log {
  [key: string]: Moment;
}

export type Change = Move | Rename;

export interface Move {
  type: "move";
  to: globalThis.Date;
}

export interface Rename {
  type: "rename";
  name?: string;
}

export type Date = string;

export interface Blob {
  day?: Date;
}
