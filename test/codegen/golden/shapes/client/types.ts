// Generated from shapes.yaml. To change it, edit the document and generate again.

/** A shape, by its `kind`. */
export type Shape = Circle | Polygon;

export interface Circle {
  kind: "circle";
  radius: number;
  /** A shape around this one. */
  within?: Shape;
}

export interface Polygon {
  kind: "polygon";
  corners: Point[];
}

export interface Point {
  x: number;
  y: number;
  label?: string | null;
}

/** Text or number, open to more. */
export type Colour = "red" | "green" | 7 | null | (string & {}) | (number & {});

/** Colours by name. */
export interface Palette {
  [key: string]: Colour;
}

export type Mixed = {
  known?: string;
} & {
  [key: string]: string;
};

export type Titled = Point & {
  /** @deprecated */
  title?: string;
};

export type TextOrNumbers = string | number[];

export interface AQuiteLongNameOfASchemaThatTakesRoom {
  "not-an-identifier"?: boolean;
  class?: boolean;
  ["__proto__"]?: string;
  anything?: unknown;
  nothing?: never;
  /** Written out where it stands. */
  nested?: {
    deep: {
      /**
       * Several lines,
       * the second with *\/ in it.
       */
      choice?:
        | "a-rather-long-value"
        | "another-rather-long-value"
        | "a-third-rather-long-value"
        | "and-a-fourth-one"
        | (string & {});
    }[];
  };
}

/**
 * *\/ process.exit(1); /*
 *  \u202e and ${process.exit(1)} `x` \
 */
export interface Hostile {
  /** *\/ process.exit(1) /* */
  "\"; process.exit(1); \""?: string;
  "a\nb"?: "\"; process.exit(1); \"" | "${process.exit(1)}" | "line\u2028end" | "*/" | (string & {});
}
