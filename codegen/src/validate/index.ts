import { byPosition, type Finding, formatPosition, SpecError } from "../findings.js";
import type { JsonObject, LoadedDocument } from "../load/index.js";
import { checkComponents } from "./components.js";
import { checkExtensions } from "./extensions.js";
import type { OpenApiDocument } from "./openapi.js";
import { checkOperations } from "./operations.js";
import { checkPaths } from "./paths.js";
import type { Problem } from "./problem.js";
import { checkReferences } from "./references.js";
import type { Rule } from "./rule.js";
import { checkSchemas } from "./schemas.js";
import { surveyDocument } from "./survey.js";
import { checkVersion } from "./version.js";

export type * from "./openapi.js";
export { httpMethods } from "./openapi.js";
export { pointerPath } from "./pointer.js";

const rules: readonly Rule[] = [
  checkReferences,
  checkPaths,
  checkOperations,
  checkComponents,
  checkSchemas,
  checkExtensions,
];

/** Everything that keeps a document from being generated from, from its top to its end. Empty for a good one. */
export function validate(document: LoadedDocument): readonly Finding[] {
  return problemsOf(document.root)
    .map((problem) => findingOf(document, problem))
    .sort(byPosition);
}

/** The document as OpenAPI. @throws SpecError with all findings of {@link validate}, if there are any. */
export function acceptDocument(document: LoadedDocument): OpenApiDocument {
  const { root } = document;
  if (isOpenApi(root)) return root;
  throw new SpecError(validate(document));
}

function isOpenApi(root: JsonObject): root is JsonObject & OpenApiDocument {
  return problemsOf(root).length === 0;
}

function findingOf({ locate }: LoadedDocument, { path, first, message, hint }: Problem): Finding {
  return {
    position: locate(path),
    message: first === undefined ? message : `${message} The first is at ${formatPosition(locate(first))}.`,
    ...(hint !== undefined && { hint }),
  };
}

function problemsOf(root: JsonObject): readonly Problem[] {
  // Another version has other objects: all that could be said about them would mislead.
  const wrongVersion = checkVersion(root);
  if (wrongVersion !== undefined) return [wrongVersion];
  const survey = surveyDocument(root);
  return [...survey.problems, ...rules.flatMap((rule) => [...rule(survey)])];
}
