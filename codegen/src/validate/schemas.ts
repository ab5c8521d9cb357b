import { describe, isJsonObject, type JsonPath, type JsonValue, quote } from "../load/index.js";
import type { Schema, SchemaType } from "./openapi.js";
import type { Problem } from "./problem.js";
import type { Survey } from "./survey.js";

/** Schemas do not contradict themselves. */
export function* checkSchemas(survey: Survey): Generator<Problem> {
  for (const { value: schema, path } of survey.all("schema")) {
    yield* checkEnum(schema, path);
    yield* checkDefault(schema, path);
    yield* checkPattern(schema, path);
  }
}

function* checkEnum(schema: Schema, path: JsonPath): Generator<Problem> {
  const members = schema.enum;
  if (members === undefined) return;
  if (members.length === 0) yield { path: [...path, "enum"], message: "An enum without members allows nothing." };
  const seen = new Set<string>();
  for (const [index, member] of members.entries()) {
    const place = [...path, "enum", index];
    const text = JSON.stringify(member);
    if (seen.has(text)) yield { path: place, message: `The enum member ${describe(member)} is listed twice.` };
    seen.add(text);
    if (!isOfType(member, schema)) {
      const message = `Each enum member must be of type ${typeOf(schema)}, found ${describe(member)}.`;
      yield { path: place, message, ...(isOfType("", schema) && { hint: "Put it in quotation marks." }) };
    }
  }
}

function* checkDefault(schema: Schema, path: JsonPath): Generator<Problem> {
  const value = schema.default;
  if (value === undefined) return;
  const place = [...path, "default"];
  if (!isOfType(value, schema)) {
    yield { path: place, message: `The default must be of type ${typeOf(schema)}, found ${describe(value)}.` };
  } else if (schema.enum?.length && !schema.enum.some((member) => JSON.stringify(member) === JSON.stringify(value))) {
    if (value === null && schema.nullable) return;
    yield { path: place, message: `The default must be a member of the enum, found ${describe(value)}.` };
  }
}

function* checkPattern({ pattern }: Schema, path: JsonPath): Generator<Problem> {
  if (pattern === undefined) return;
  try {
    // Compiled, never run: a pattern of a document may take exponential time.
    new RegExp(pattern, "u");
  } catch {
    const message = `Expected a regular expression of ECMAScript, found ${quote(pattern)}.`;
    const hint = "It is read with the `u` flag, as JSON Schema says: only syntax characters may be escaped.";
    yield { path: [...path, "pattern"], message, hint };
  }
}

const typeTests: { readonly [T in SchemaType]: (value: JsonValue) => boolean } = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  object: isJsonObject,
  array: Array.isArray,
  null: (value) => value === null,
};

function isOfType(value: JsonValue, { type, nullable }: Schema): boolean {
  if (type === undefined || (value === null && nullable)) return true;
  return [type].flat().some((each) => typeTests[each](value));
}

function typeOf({ type }: Schema): string {
  return [type].flat().join(" or ");
}
