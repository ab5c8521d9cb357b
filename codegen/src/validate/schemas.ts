import type { JsonPath, JsonValue } from "../json/index.js";
import type { Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * What a schema lists becomes a literal, and must be one that can be written down. What merely contradicts itself is let
 * through, since public documents do: defaults and examples do not reach the output, an enum's type is that of its
 * members, and a pattern that is no regular expression of ECMAScript is not checked.
 */
export function* checkSchemas(survey: Survey): Generator<Problem> {
  for (const located of survey.all("schema")) {
    const { enum: members = [], const: constant } = located.value;
    for (const [index, member] of members.entries()) {
      if (hasLostDigits(member)) yield lostDigits([...located.path, "enum", index]);
    }
    if (hasLostDigits(constant)) yield lostDigits([...located.path, "const"]);
  }
}

function hasLostDigits(value: JsonValue | undefined): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function lostDigits(path: JsonPath): Problem {
  const message = "This integer is beyond 2^53 - 1 and has lost digits.";
  return { path, message, hint: "Write it in quotation marks if the platform sends text, or leave it out." };
}
