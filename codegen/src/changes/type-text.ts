import type { Schema } from "../model/index.js";

/** Formats a schema as a short type for messages: `string`, `Order[]`, `"A" | "B"`. */
export function typeText<K extends Schema["kind"]>(schema: Extract<Schema, { readonly kind: K }>): string {
  const text: (schema: Extract<Schema, { readonly kind: K }>) => string = typeFormatters[schema.kind as K];
  return text(schema);
}

/** One formatter per schema kind. A kind added to the model does not compile until it has an entry here. */
const typeFormatters: { readonly [K in Schema["kind"]]: (schema: Extract<Schema, { readonly kind: K }>) => string } = {
  unknown: () => "unknown",
  never: () => "never",
  null: () => "null",
  boolean: () => "boolean",
  binary: () => "Blob",
  dateTime: () => "Date",
  string: () => "string",
  number: () => "number",
  enum: ({ values }) => alternatives(values.map((value) => JSON.stringify(value))),
  array: ({ items }) => (/[ |&]/.test(typeText(items)) ? `(${typeText(items)})[]` : `${typeText(items)}[]`),
  tuple: ({ prefix }) => `[${shorten(prefix.map((item) => typeText(item))).join(", ")}]`,
  object: ({ properties }) => {
    return properties.length === 0 ? "object" : `{ ${shorten(properties.map(({ name }) => name)).join("; ")} }`;
  },
  union: ({ members }) => alternatives([...new Set(members.map((member) => typeText(member)))]),
  intersection: ({ members }) => [...new Set(members.map((member) => typeText(member)))].join(" & "),
  reference: ({ name }) => name,
};

function alternatives(members: readonly string[]): string {
  return shorten(members).join(" | ");
}

function shorten(members: readonly string[]): readonly string[] {
  return members.length > 5 ? [...members.slice(0, 4), "…"] : members;
}
