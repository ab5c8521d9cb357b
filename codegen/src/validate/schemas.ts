import type { JsonPath, JsonValue } from "../json/index.js";
import type { Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * What a schema lists becomes a literal, and must be one that can be written down. What merely contradicts itself is let
 * through, since public documents do: defaults and examples do not reach the output, an enum's type is that of its
 * members, and a pattern that is no regular expression of ECMAScript is not checked.
 */
export function* checkSchemas(survey: Survey): Generator<Problem> {
  for (const { value: schema, path } of survey.all("schema")) {
    for (const [index, member] of (schema.enum ?? []).entries()) yield* checkLiteral(member, [...path, "enum", index]);
    yield* checkLiteral(schema.const, [...path, "const"]);
  }
}

function* checkLiteral(value: JsonValue | undefined, path: JsonPath): Generator<Problem> {
  if (typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value)) return;
  const message = "This integer is beyond 2^53 - 1 and has lost digits.";
  yield { path, message, hint: "Write it in quotation marks where the platform sends text, or leave it out." };
}
