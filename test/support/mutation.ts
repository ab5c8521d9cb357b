/** Where in a value: names and indexes from its root. */
export type Path = readonly (string | number)[];

/** What a platform may do differently tomorrow. */
export const mutationKinds = [
  "a field is added",
  "a value is unknown",
  "a field is missing",
  "a field is null",
  "a number is text",
] as const;

/** One of them at one place. */
export interface Mutation {
  readonly kind: (typeof mutationKinds)[number];
  readonly path: Path;
}
