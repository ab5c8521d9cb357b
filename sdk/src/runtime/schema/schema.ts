import * as z from "zod/mini";
import { DATE_TIME, parseDate } from "./date-time.js";
import type { CheckedSchema } from "./schema-builders.js";

/** Zod schema of which only the output type is known. Its declared type costs the compiler nothing. */
export type Schema<T> = z.core.$ZodType<T>;

/**
 * Creates a schema that is built on first use, so that importing a client is cheap and schemas can refer to each
 * other in any order and in cycles.
 *
 * `build` returns `unknown` on purpose. Comparing the type of a large zod schema with its declared type takes the
 * compiler many times longer than the rest of a client. The generator's tests ensure that the two agree.
 */
export function schema<T>(build: () => unknown): Schema<T> {
  return z.lazy(() => build() as Schema<T>);
}

/**
 * Creates a union with a discriminator property. A known value is validated against its own member, so that errors
 * refer to that member. An unknown value passes, because a platform may add one at any time.
 */
export function discriminatedUnion(
  property: string,
  members: Readonly<Record<string, Schema<unknown>>>,
): Schema<unknown> {
  return z.looseObject({ [property]: z.string() }).check((payload) => {
    const kind = payload.value[property];
    const member = typeof kind === "string" && Object.hasOwn(members, kind) ? members[kind] : undefined;
    const { value, issues } = runOn(member, payload.value);
    if (value !== payload.value) Object.assign(payload.value, value);
    payload.issues.push(...issues);
  });
}

/** Schemas that convert text to dates. */
const datedSchemas = new WeakSet<Schema<unknown>>();

/** Creates a {@link schema} that converts text to dates, itself or in its parts. */
export function schemaWithDates<T>(build: () => unknown): Schema<T> {
  const dated = schema<T>(build);
  datedSchemas.add(dated);
  return dated;
}

/** Returns true if a schema converts text to dates. */
export function isDated(schema: Schema<unknown>): boolean {
  return datedSchemas.has(schema);
}

/** Creates the schema of a date and time: accepts RFC 3339 text or a `Date`, and returns a `Date`. */
export function dateTime(): Schema<unknown> {
  return z.unknown().check((payload) => {
    const date = parseDate(payload.value);
    if (date === undefined) payload.issues.push({ code: "custom", message: DATE_TIME, path: [], input: payload.value });
    else payload.value = date;
  });
}

/** Creates an intersection in which each member gets the result of the previous one, so that dates stay converted. */
export function intersectionWithDates(members: readonly Schema<unknown>[]): Schema<unknown> {
  return z.unknown().check((payload) => {
    for (const member of members) {
      const { value, issues } = runOn(member, payload.value);
      payload.value = value;
      payload.issues.push(...issues);
    }
  });
}

/**
 * Creates the schema of a list whose first items have their own schemas, and whose other items share one or have
 * none. The number of items needs separate checks. zod's own tuple fills in absent items, so such checks would count
 * them.
 */
export function tuple(first: readonly Schema<unknown>[], rest?: Schema<unknown>): CheckedSchema<unknown[]> {
  return z.array(z.unknown()).check((payload) => {
    payload.value = payload.value.map((item, index) => {
      const { value, issues } = runAt(index, first[index] ?? rest, item);
      payload.issues.push(...issues);
      return value;
    });
  });
}

/** Runs a schema on a part of a value, like {@link runOn}. */
function runAt(key: string | number, schema: Schema<unknown> | undefined, part: unknown): z.core.ParsePayload {
  const { value, issues } = runOn(schema, part);
  return { value, issues: issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] })) };
}

/** Runs a schema on a value and returns the result with its issues. Without a schema, any value is valid. */
export function runOn(schema: Schema<unknown> | undefined, value: unknown): z.core.ParsePayload {
  const result = schema?._zod.run({ value, issues: [] }, { async: false });
  return result === undefined || result instanceof Promise ? { value, issues: [] } : result;
}

/** Creates the schema of an object whose properties outside the shape all have one schema. */
export function extensibleObject(
  shape: Readonly<Record<string, Schema<unknown>>>,
  others: Schema<unknown>,
): Schema<unknown> {
  return z.catchall(z.object(shape), others);
}

/**
 * Creates the schema of an object whose property names select their schemas. A property must match the schema of each
 * pattern that its name matches. A property outside the shape that matches no pattern must match `others`, if given.
 */
export function patternedObject(
  shape: Readonly<Record<string, Schema<unknown>>>,
  patterns: readonly (readonly [name: RegExp, schema: Schema<unknown>])[],
  others?: Schema<unknown>,
): Schema<unknown> {
  return z.looseObject(shape).check((payload) => {
    for (const key of Object.keys(payload.value)) {
      const matching = patterns.filter(([name]) => name.test(key)).map(([, schema]) => schema);
      const isOther = matching.length === 0 && !Object.hasOwn(shape, key) && others !== undefined;
      for (const schema of isOther ? [others] : matching) {
        const { value, issues } = runAt(key, schema, payload.value[key]);
        payload.value[key] = value;
        payload.issues.push(...issues);
      }
    }
  });
}

/** Creates the schema of a file: a `Blob`, which includes `File`. */
export function file(): Schema<Blob> {
  return z.instanceof(Blob);
}
