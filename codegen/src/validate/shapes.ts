import * as z from "zod";
import { isJsonObject, type JsonValue } from "../load/index.js";
import type { Fields } from "./openapi.js";

/*
 * The words of which the shapes of objects are made. A shape looks at the fields of one object only; objects below it
 * are of kinds of their own and are looked at when the survey comes to them. What a shape's error says is what was
 * expected, as a noun: "a list".
 */

/** An object that stands here and is checked as its own kind. */
export const child = <Value>() => z.exactOptional(z.custom<Value>(isJsonObject, "an object"));

/** A schema, which may be `true` or `false`, too. */
export const childSchema = <Value>() =>
  z.exactOptional(z.custom<Value>((value) => typeof value === "boolean" || isJsonObject(value), "a schema"));

/** A list whose items are checked as their own kind, or may be anything. */
export const list = <Item>() => z.exactOptional(z.custom<readonly Item[]>(Array.isArray, "a list"));

/** A map whose values are checked as their own kind. */
export const fields = <Value>() => z.exactOptional(z.custom<Fields<Value>>(isJsonObject, "an object"));

/** A map whose values are of one shape. zod's record does not look at what stands under the key `__proto__`. */
export const mapOf = <Value>(shape: z.ZodType<Value>, name: string) =>
  z.custom<Fields<Value>>(isJsonObject, name).superRefine((map, context) => {
    for (const [key, held] of isJsonObject(map) ? Object.entries(map) : []) {
      for (const issue of shape.safeParse(held).error?.issues ?? []) {
        context.addIssue({ code: "custom", message: issue.message, path: [key, ...issue.path] });
      }
    }
  });

/** Any value at all. */
export const anything = () => z.exactOptional(z.custom<JsonValue>((value) => value !== undefined, "a value"));

export const text = z.string("text");
export const optionalText = z.exactOptional(text);
export const optionalFlag = z.exactOptional(z.boolean("true or false"));
export const optionalNumber = z.exactOptional(z.number("a number"));

/** A length or a count. */
export const optionalCount = z.exactOptional(
  z.number("a whole number, 0 or more").int("a whole number, 0 or more").min(0, "a whole number, 0 or more"),
);

/** One of a few words. */
export const word = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: oneOf(words) });

/** Text of a given form, called by its name. */
export const textLike = (pattern: RegExp, name: string) => z.string(name).regex(pattern, name);

/** `"a", "b" or "c"`. */
export function oneOf(words: readonly string[]): string {
  return words
    .map((each) => JSON.stringify(each))
    .join(", ")
    .replace(/, (?=[^,]*$)/, " or ");
}
