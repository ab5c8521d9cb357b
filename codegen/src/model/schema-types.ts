import type { JsonPath } from "../json/index.js";
import type { Docs } from "./docs.js";

/** Schema with a name: a component, or a schema lifted from another location. */
export interface NamedSchema {
  /** Type name, such as `OrderRequest`. */
  readonly name: string;
  /** Path in the document, if it is not a component. */
  readonly place?: JsonPath;
  readonly docs: Docs;
  readonly schema: Schema;
}

/** Schema with the keywords that affect the output. */
export type Schema =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "null" }
  | { readonly kind: "boolean" }
  /** File: bytes outside of JSON. */
  | { readonly kind: "binary" }
  /** Point in time: RFC 3339 text on the wire, a `Date` in the program. */
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
   * True if unlisted values are accepted. Enums are open by default, because a platform may add values at any time. A
   * `const` is closed.
   */
  readonly open: boolean;
}

export interface ArraySchema {
  readonly kind: "array";
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** List whose first items have their own schemas. */
export interface TupleSchema {
  readonly kind: "tuple";
  /** Schemas of the first items. A list may be shorter unless `minItems` says otherwise. */
  readonly prefix: readonly Schema[];
  /** Schema of further items. `never` if there can be none. */
  readonly rest: Schema;
  readonly minItems?: number;
  /** Set only if the list may be longer than `prefix`. */
  readonly maxItems?: number;
}

export interface ObjectSchema {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** Schemas of properties whose names match a pattern. */
  readonly patterns?: readonly PropertyPattern[];
  /** Schema from an explicit `additionalProperties`. `undefined` if the document has none. */
  readonly additional?: Schema;
  /** True if all properties belong to the other direction, so that this form has none. */
  readonly isEmptied?: true;
}

export interface PropertyPattern {
  /** Valid regular expression. */
  readonly pattern: string;
  readonly schema: Schema;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  /** Direction of a one-way property: `read` for `readOnly`, `write` for `writeOnly`. */
  readonly access?: "read" | "write";
  readonly docs: Docs;
  readonly schema: Schema;
}

export interface UnionSchema {
  readonly kind: "union";
  readonly members: readonly Schema[];
  /** Property whose value determines the member, with a mapping from values to members. */
  readonly discriminator?: { readonly property: string; readonly mapping: readonly (readonly [string, Schema])[] };
}
