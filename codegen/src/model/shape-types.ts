/**
 * Shape of a value, for a reader of XML or of loosely written JSON. Unlike a schema, it has no alternatives: it merges
 * the members of all of them, so it also fits values that the document does not list.
 */
export type ReaderShape =
  | { readonly kind: "unknown" | "text" | "number" | "boolean" | "map" }
  | { readonly kind: "reference"; readonly name: string }
  | ReaderList
  | ReaderObject;

export interface ReaderList {
  readonly kind: "list";
  readonly item: ReaderShape;
  /** Name of the XML element of each item. Absent if it is the name of the list (OpenAPI, XML object). */
  readonly itemName?: string;
  /** True if an absent list counts as empty: `default: []`. */
  readonly isEmptyByDefault: boolean;
}

export interface ReaderObject {
  readonly kind: "object";
  readonly members: readonly ReaderMember[];
}

export interface ReaderMember {
  readonly name: string;
  /** True if XML writes the member as an attribute. */
  readonly isAttribute: boolean;
  readonly shape: ReaderShape;
}

/** Shape of a component. */
export interface NamedReaderShape {
  /** Type name of the component. */
  readonly name: string;
  /** Name of the component's XML element, if the document states one. */
  readonly elementName?: string;
  readonly shape: ReaderObject;
  /** True if the document asks for the shape. The others are parts of it. */
  readonly isRequested: boolean;
}
