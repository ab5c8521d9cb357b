import type { JsonPath } from "../json/index.js";
import type { Docs } from "./docs.js";

/** A component schema, or one that was lifted out of the place where it stood. */
export interface NamedSchema {
  /** Type name: `OrderRequest`. */
  readonly name: string;
  /** Where it stands, if it is no component. */
  readonly place?: JsonPath;
  readonly docs: Docs;
  readonly schema: Schema;
}

/** A schema with every keyword that the output depends on. */
export type Schema =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  /** A file: bytes that stand in no JSON. */
  | { readonly kind: "binary" }
  /** A moment: text of RFC 3339 on the wire, a `Date` in the program. */
  | { readonly kind: "dateTime" }
  | StringSchema
  | NumberSchema
  | EnumSchema
  | ArraySchema
  | TupleSchema
  | ObjectSchema
  | UnionSchema
  | { readonly kind: "intersection"; readonly members: readonly Schema[] }
  | { readonly kind: "reference"; readonly name: string };

export interface StringSchema {
  readonly kind: "string";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

export interface NumberSchema {
  readonly kind: "number";
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

export interface EnumSchema {
  readonly kind: "enum";
  readonly values: readonly (string | number | boolean | null)[];
  /**
   * Whether values that are not listed pass. An enum is open, since a platform may add a value at any time, unless the
   * caller of the generator knows better; a `const` is closed.
   */
  readonly open: boolean;
}

export interface ArraySchema {
  readonly kind: "array";
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A list whose first items have schemas of their own. */
export interface TupleSchema {
  readonly kind: "tuple";
  /** Schemas of the first items. A list may end before it has all of them, unless `minItems` says otherwise. */
  readonly prefix: readonly Schema[];
  /** What may follow them: `never` for nothing. */
  readonly rest: Schema;
  readonly minItems?: number;
  /** Where more than the first items may be there. */
  readonly maxItems?: number;
}

export interface ObjectSchema {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** Schemas of the properties whose names fit a pattern. */
  readonly patterns?: readonly PropertyPattern[];
  /** What the document says by an explicit `additionalProperties`: `undefined` where it says nothing. */
  readonly additional?: Schema;
}

export interface PropertyPattern {
  /** A regular expression that compiles. */
  readonly pattern: string;
  readonly schema: Schema;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  /** Of what goes one way only: `readOnly` in the document is `read`, `writeOnly` is `write`. */
  readonly access?: "read" | "write";
  readonly docs: Docs;
  readonly schema: Schema;
}

export interface UnionSchema {
  readonly kind: "union";
  readonly members: readonly Schema[];
  /** Says by the value of one property which member a value is. */
  readonly discriminator?: { readonly property: string; readonly mapping: readonly (readonly [string, Schema])[] };
}
