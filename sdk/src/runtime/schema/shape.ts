/**
 * Shape of a value, for a reader of XML or of loosely written JSON. It has no alternatives, so it also fits values that
 * the document does not list. A `map` is an object with any names, such as the fields of a product.
 */
export type Shape = "unknown" | "text" | "number" | "boolean" | "map" | ListShape | ObjectShape;

/** Shape of a list. */
export interface ListShape {
  /** Shape of each item. */
  readonly item: Shape;
  /** Name of the XML element of each item. XML repeats the element, without one around them. */
  readonly itemName: string;
  /** True if an absent list counts as empty. @defaultValue false: an absent list stays absent */
  readonly isEmptyByDefault?: boolean;
}

/** Shape of an object. */
export interface ObjectShape {
  /** Name of the XML element, for a root. */
  readonly elementName?: string;
  /** Property that determines the type of the value, with its documented values. */
  readonly discriminator?: { readonly property: string; readonly values: readonly string[] };
  /** Members that XML writes as attributes. @defaultValue none */
  readonly attributes?: readonly string[];
  /** Shapes of the documented members, by name. */
  readonly members: Readonly<Record<string, Shape>>;
}
