// Generated from resources.yaml. To change it, edit the document and generate again.

export interface Thing {
  id: string;
  [key: string]: unknown;
}

/** In two forms; what comes back is what a list holds. */
export interface Painting {
  id: string;
  title?: string;
}

/** In two forms; what comes back is what a list holds. */
export interface PaintingInput {
  title?: string;
}

/** Types of one family share its short ids. */
export type Sculpture = Dated & {
  weight?: number;
};

export type Installation =
  | Dated
  | {
      room?: string;
    };

/** No type of its own. */
export interface Dated {
  year?: number;
}

/** Takes the name of the map, which is called otherwise. */
export interface TypesById {
  shelf?: string;
}

/** Takes the name of the run-time's type. */
export interface Implementing {
  tool?: string;
}
