import { safeParse } from "zod/mini";
import type { DocumentedHeader, HeaderForm } from "../schema/index.js";

/** The documented headers of an answer, as what they say. One that did not come, or says something else, is left out. */
export function readDocumentedHeaders(headers: Headers, documented: readonly DocumentedHeader[] = []): object {
  return Object.fromEntries(
    documented.flatMap(({ name, property, form, schema }) => {
      const text = headers.get(name);
      const told = text === null ? undefined : readers[form](text);
      const value = schema === undefined ? told : safeParse(schema, told).data;
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

/** One line per form: one that is added does not compile until it has its line here. */
const readers: { readonly [F in HeaderForm]: (text: string) => unknown } = {
  text: (text) => text,
  number: numberOf,
  boolean: booleanOf,
  texts: itemsOf,
  numbers: (text) => allOf(itemsOf(text).map(numberOf)),
  booleans: (text) => allOf(itemsOf(text).map(booleanOf)),
  json: jsonOf,
};

function numberOf(text: string): number | undefined {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact ? number : undefined;
}

function booleanOf(text: string): boolean | undefined {
  return text === "true" || (text === "false" ? false : undefined);
}

/** A list is one text with commas, or several headers, which the platform joins by commas (RFC 9110 section 5.3). */
function itemsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function allOf<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
