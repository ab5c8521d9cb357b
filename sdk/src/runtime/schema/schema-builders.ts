import type * as z from "zod/mini";

/** Any schema. */
type Any = z.core.$ZodType;

/** Schema to which limits can be added. */
export interface CheckedSchema<T = unknown> extends z.core.$ZodType<T, T> {
  /** Returns the schema with further limits. */
  check(...checks: readonly Check[]): CheckedSchema<T>;
}

/** Any limit that {@link CheckedSchema.check} can add. */
type Check = z.core.CheckFn<never> | z.core.$ZodCheck<never>;

type Scalar = string | number | boolean | null;

/**
 * Builders of zod that generated schemas use, with only the types needed to combine them. With zod's own types, the
 * compiler would infer the type of every part of every schema, only to compare it with the declared type: for a large
 * client, that would take most of its time.
 */
export interface SchemaBuilders {
  readonly unknown: () => Any;
  readonly never: () => Any;
  readonly null: () => Any;
  readonly boolean: () => Any;
  readonly string: () => CheckedSchema<string>;
  readonly number: () => CheckedSchema;
  readonly int: () => CheckedSchema;
  readonly literal: (value: Scalar | Scalar[]) => Any;
  readonly optional: (schema: Any) => Any;
  readonly nullable: (schema: Any) => Any;
  readonly array: (items: Any) => CheckedSchema;
  readonly union: (members: readonly Any[]) => Any;
  readonly intersection: (left: Any, right: Any) => Any;
  readonly looseObject: (shape: Readonly<Record<string, Any>>) => Any;
  readonly record: (keys: z.core.$ZodType<string, string>, values: Any) => Any;
  readonly minLength: (minimum: number) => Check;
  readonly maxLength: (maximum: number) => Check;
  readonly regex: (pattern: RegExp) => Check;
  readonly gte: (minimum: number) => Check;
  readonly lte: (maximum: number) => Check;
  readonly gt: (bound: number) => Check;
  readonly lt: (bound: number) => Check;
  readonly multipleOf: (divisor: number) => Check;
}
