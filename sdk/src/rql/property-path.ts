import type { RqlExpression, RqlLiteral } from "./expression.js";

/**
 * Paths to the properties of `T`, joined by dots: `"companyName"`, `"techContact.email"`, `"account.aps.id"`. They lead
 * through optional and nullable properties and into the elements of arrays, four names deep. Where the document leaves
 * the names open (`unknown`, an index signature), every string is a path.
 */
export type PropertyPath<T> = PathWithin<T, 4>;

/** A property to sort by, with or without the sign of its direction. */
export type SortKey<T> = PropertyPath<T> | `${"+" | "-"}${PropertyPath<T>}`;

/** The value at a path. */
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

/** What the property at a path can be compared with: `null` and RQL's own literals always; a `Date` where text is. */
export type OperandOf<T, P extends string> = OperandFor<ValueAt<T, P>>;

/** What comes back of `T` when only `P` is selected. Properties that may be missing stay optional. */
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

/** The paths that go on below a property. */
type Below<K extends string, V, Depth extends number> = [Depth] extends [0] ? never : `${K}.${PathWithin<V, Depth>}`;

/** One less. Without the bound, a type that refers to itself would have no end. */
type Lower = readonly [0, 0, 1, 2, 3];

type Leaf = string | number | bigint | boolean | symbol | null | undefined | Date | ((...values: never) => unknown);

type FirstName<P extends string> = P extends `${infer Name}.${string}` ? Name : P;

type RestAfter<P extends string, K> = P extends `${infer Name}.${infer Rest}` ? (Name extends K ? Rest : never) : never;

type OperandFor<V> = unknown extends V ? RqlLiteral : Comparable<Elements<V>> | RqlExpression | null;

/** An array property is compared element by element. */
type Elements<V> = V extends readonly (infer Element)[] ? Element : V;

type Comparable<V> = Extract<V, RqlLiteral> | (string extends V ? Date : never);
