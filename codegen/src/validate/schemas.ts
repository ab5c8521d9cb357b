import type { JsonPath, JsonValue } from "../json/index.js";
import type { Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * Checks that the values a schema lists can be written as literals. Accepts schemas that merely contradict themselves,
 * because public documents contain such schemas: defaults and examples do not affect the output, the type of an enum
 * comes from its values, and an invalid ECMAScript pattern is ignored.
 */
export function* checkSchemas(survey: Survey): Generator<Problem> {
  for (const located of survey.all("schema")) {
    const { enum: members = [], const: constant } = located.value;
    for (const [index, member] of members.entries()) {
      if (hasLostDigits(member)) yield lostDigitsProblem([...located.path, "enum", index]);
    }
    if (hasLostDigits(constant)) yield lostDigitsProblem([...located.path, "const"]);
  }
}

function hasLostDigits(value: JsonValue | undefined): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function lostDigitsProblem(path: JsonPath): Problem {
  const message = "This integer exceeds 2^53 - 1 and has lost digits.";
  return { path, message, hint: "Quote it if the platform sends text, or remove it." };
}
