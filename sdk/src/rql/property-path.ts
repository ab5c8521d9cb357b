import type { RqlExpression, RqlLiteral } from "./expression.js";

/**
 * Paths of the properties of `T`, as names joined by dots: `"companyName"`, `"techContact.email"`, `"account.aps.id"`.
 * Paths include optional and nullable properties and elements of arrays, up to four names deep. If the document does
 * not define the names (`unknown`, an index signature), every string is a path.
 */
export type PropertyPath<T> = PathWithin<T, 4>;

/** Property to sort by, with an optional sign for the direction. */
export type SortKey<T> = PropertyPath<T> | `${"+" | "-"}${PropertyPath<T>}`;

/** Type of the value at a path. */
export type ValueAt<T, P extends string> = unknown extends T
  ? unknown
  : T extends readonly (infer Element)[]
    ? ValueAt<Element, P>
    : T extends object
      ? P extends keyof T
        ? T[P]
        : P extends `${infer Name}.${infer Rest}`
          ? Name extends keyof T
            ? ValueAt<T[Name], Rest>
            : never
          : never
      : never;

/** Values that the property at a path can be compared with. Includes `null`, RQL literals, and `Date` for text. */
export type OperandOf<T, P extends string> = OperandFor<ValueAt<T, P>>;

/** Type of an item of `T` with only the properties `P` selected. Optional properties stay optional. */
export type Picked<T, P extends string> = unknown extends T
  ? T
  : T extends readonly (infer Element)[]
    ? Picked<Element, P>[]
    : T extends object
      ? { [K in keyof T as K extends FirstName<P> ? K : never]: K extends P ? T[K] : Picked<T[K], RestAfter<P, K>> }
      : T;

type PathWithin<T, Depth extends number> = unknown extends T
  ? string
  : T extends readonly (infer Element)[]
    ? PathWithin<Element, Depth>
    : T extends Leaf
      ? never
      : string extends keyof T
        ? string
        : { [K in keyof T & string]-?: K | Below<K, T[K], Lower[Depth]> }[keyof T & string];

/** Paths below a property. */
type Below<K extends string, V, Depth extends number> = [Depth] extends [0] ? never : `${K}.${PathWithin<V, Depth>}`;

/** Next lower depth, by depth. Without a bound, the paths of recursive types would be infinite. */
type Lower = readonly [0, 0, 1, 2, 3];

type Leaf = string | number | bigint | boolean | symbol | null | undefined | Date | ((...values: never) => unknown);

type FirstName<P extends string> = P extends `${infer Name}.${string}` ? Name : P;

type RestAfter<P extends string, K> = P extends `${infer Name}.${infer Rest}` ? (Name extends K ? Rest : never) : never;

type OperandFor<V> = unknown extends V ? RqlLiteral : Comparable<Elements<V>> | RqlExpression | null;

/** Type of the elements of an array property, because arrays are compared element by element. */
type Elements<V> = V extends readonly (infer Element)[] ? Element : V;

type Comparable<V> = Extract<V, RqlLiteral> | (string extends V ? Date : never);
