import { type JsonPath, pointerPath, quote } from "../json/index.js";
import {
  hasProperty,
  itemsOf,
  jsonSchema,
  type Located,
  type Operation,
  resultSchema,
  type SchemaOrBoolean,
  type Survey,
} from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * Checks that `x-identity` is a property of the JSON result, or of its items if the result is a list, in operations and
 * views; and that `x-reference` is a property of the JSON request body.
 */
export function* checkIdentity(survey: Survey, { value: operation, path }: Located<Operation>): Generator<Problem> {
  const result = resultSchema(operation, survey.resolve);
  yield* checkProperty(survey, operation["x-identity"], result, [...path, "x-identity"]);
  for (const [index, view] of (operation["x-views"] ?? []).entries()) {
    const target = view.response === undefined ? undefined : pointerPath(view.response.schema);
    const own = target === undefined ? result : { $ref: `#/${target.join("/")}` };
    yield* checkProperty(survey, view["x-identity"], own, [...path, "x-views", index, "x-identity"]);
  }
  yield* checkReference(survey, operation, [...path, "x-reference"]);
}

function* checkProperty(
  survey: Survey,
  identity: string | false | undefined,
  result: SchemaOrBoolean | undefined,
  place: JsonPath,
): Generator<Problem> {
  if (identity === undefined || identity === false) return;
  const follow = survey.followSchema;
  if (hasProperty(itemsOf(result, follow) ?? result, identity.split("."), follow)) return;
  const message = `"x-identity" must be a property of the JSON body of a 2xx response; found ${quote(identity)}.`;
  yield { path: place, message, hint: "If the result is a list, use a property of its items." };
}

function* checkReference(survey: Survey, operation: Operation, place: JsonPath): Generator<Problem> {
  const reference = operation["x-reference"];
  if (reference === undefined) return;
  const follow = survey.followSchema;
  const body = jsonSchema(survey.resolve("requestBody", operation.requestBody)?.content, survey.resolve);
  if (hasProperty(body, reference.split("."), follow)) return;
  yield {
    path: place,
    message: `"x-reference" must be a property of the JSON request body; found ${quote(reference)}.`,
    hint: "It carries the reference of the call, which is text.",
  };
}
