import { safeParse } from "zod/mini";
import type { DocumentedHeader, HeaderForm } from "../schema/index.js";

/** Reads the documented headers of a response as typed values. Omits headers that are missing or malformed. */
export function readDocumentedHeaders(headers: Headers, documented: readonly DocumentedHeader[] = []): object {
  return Object.fromEntries(
    documented.flatMap(({ name, property, form, schema }) => {
      const text = headers.get(name);
      const parsed = text === null ? undefined : readers[form](text);
      const value = schema === undefined ? parsed : safeParse(schema, parsed).data;
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

/** Reader for each form. A new form does not compile until it has a reader. */
const readers: { readonly [F in HeaderForm]: (text: string) => unknown } = {
  text: (text) => text,
  number: parseNumber,
  boolean: parseBoolean,
  texts: splitItems,
  numbers: (text) => requireAll(splitItems(text).map(parseNumber)),
  booleans: (text) => requireAll(splitItems(text).map(parseBoolean)),
  json: parseJson,
};

function parseNumber(text: string): number | undefined {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact ? number : undefined;
}

function parseBoolean(text: string): boolean | undefined {
  return text === "true" || (text === "false" ? false : undefined);
}

/** Splits a list at its commas. `Headers` joins repeated headers with commas (RFC 9110 section 5.3). */
function splitItems(text: string): readonly string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function requireAll<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
