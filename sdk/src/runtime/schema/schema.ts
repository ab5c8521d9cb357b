import * as z from "zod/mini";
import { DATE_TIME, parseDate } from "./date-time.js";
import type { CheckedSchema } from "./schema-builders.js";

/** A zod schema of which only what it yields is known. Its declared type costs a compiler nothing to look at. */
export type Schema<T> = z.core.$ZodType<T>;

/**
 * A schema that is built when it is first used: importing a client stays cheap, and schemas may refer to each other in
 * any order and in circles.
 *
 * `build` yields `unknown` on purpose. Comparing the type of a large zod schema with the type it stands for takes a
 * compiler many times what the rest of a client does; that the two agree is for the generator's tests to show.
 */
export function schema<T>(build: () => unknown): Schema<T> {
  return z.lazy(() => build() as Schema<T>);
}

/**
 * A union whose members a property tells apart. A known value of it is held to its own member, so that an error speaks
 * of that one; a value that is not known passes, since a platform may add a kind at any time.
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

/** Schemas that make dates of text. */
const datedSchemas = new WeakSet<Schema<unknown>>();

/** A {@link schema} that makes dates of text, itself or in its parts. */
export function schemaWithDates<T>(build: () => unknown): Schema<T> {
  const made = schema<T>(build);
  datedSchemas.add(made);
  return made;
}

/** Whether a schema makes dates of text. */
export function isDated(schema: Schema<unknown>): boolean {
  return datedSchemas.has(schema);
}

/** A moment: takes text as RFC 3339 has it, or a `Date`, and makes a `Date` of both. */
export function dateTime(): Schema<unknown> {
  return z.unknown().check((payload) => {
    const date = parseDate(payload.value);
    if (date === undefined) payload.issues.push({ code: "custom", message: DATE_TIME, path: [], input: payload.value });
    else payload.value = date;
  });
}

/** What all members take, each given what the one before it made: one that knows of a date comes to a `Date`. */
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
 * A list whose first items have schemas of their own, and all that follow them another, or none. How many there are is
 * for further checks to say: zod's own tuple fills up what is absent, so that they would count it.
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

/** {@link runOn} for a part of a value. */
function runAt(key: string | number, schema: Schema<unknown> | undefined, part: unknown): z.core.ParsePayload {
  const { value, issues } = runOn(schema, part);
  return { value, issues: issues.map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] })) };
}

/** What a schema makes of a value, and what it has against it; without a schema everything is right. */
export function runOn(schema: Schema<unknown> | undefined, value: unknown): z.core.ParsePayload {
  const result = schema?._zod.run({ value, issues: [] }, { async: false });
  return result === undefined || result instanceof Promise ? { value, issues: [] } : result;
}

/** An object whose properties beyond those of the shape are all of one kind. */
export function extensibleObject(
  shape: Readonly<Record<string, Schema<unknown>>>,
  others: Schema<unknown>,
): Schema<unknown> {
  return z.catchall(z.object(shape), others);
}

/**
 * An object in which a property's name decides on its schema: a property is held to that of each pattern which its name
 * fits, one that fits none and is not in the shape to that of the others, where there is one.
 */
export function patternedObject(
  shape: Readonly<Record<string, Schema<unknown>>>,
  patterns: readonly (readonly [name: RegExp, schema: Schema<unknown>])[],
  others?: Schema<unknown>,
): Schema<unknown> {
  return z.looseObject(shape).check((payload) => {
    for (const key of Object.keys(payload.value)) {
      const fitting = patterns.filter(([name]) => name.test(key)).map(([, schema]) => schema);
      const isOther = fitting.length === 0 && !Object.hasOwn(shape, key) && others !== undefined;
      for (const schema of isOther ? [others] : fitting) {
        const { value, issues } = runAt(key, schema, payload.value[key]);
        payload.value[key] = value;
        payload.issues.push(...issues);
      }
    }
  });
}

/** A file: a `Blob`, and so a `File` as well. */
export function file(): Schema<Blob> {
  return z.instanceof(Blob);
}
