import { byPosition, type Finding, formatPosition, SpecError } from "../findings.js";
import type { LoadedDocument } from "../load/index.js";
import { checkComponents } from "./components.js";
import { checkExtensions } from "./extensions.js";
import { checkInheritance } from "./inheritance.js";
import { checkMessages } from "./messages.js";
import type { OpenApiDocument } from "./openapi.js";
import { checkOperations } from "./operations.js";
import { checkPaths } from "./paths.js";
import type { Problem } from "./problem.js";
import { checkReferences } from "./references.js";
import type { Rule } from "./rule.js";
import { checkSchemas } from "./schemas.js";
import { surveyDocument } from "./survey.js";
import { checkTypeIds } from "./type-ids.js";
import { checkVersion } from "./version.js";

export { pointerPath } from "../load/pointer.js";
export type * from "./openapi.js";

const rules: readonly Rule[] = [
  checkReferences,
  checkPaths,
  checkOperations,
  checkComponents,
  checkMessages,
  checkSchemas,
  checkExtensions,
  checkTypeIds,
  checkInheritance,
];

/** Everything that keeps a document from being generated from, from its top to its end. Empty for a good one. */
export function validate(document: LoadedDocument): readonly Finding[] {
  return problemsOf(document)
    .map((problem) => findingOf(document, problem))
    .sort(byPosition);
}

/** The document as OpenAPI. @throws SpecError with all findings of {@link validate}, if there are any. */
export function acceptDocument(document: LoadedDocument): OpenApiDocument {
  if (isOpenApi(document)) return document.root;
  throw new SpecError(validate(document));
}

function isOpenApi(document: LoadedDocument): document is LoadedDocument & { readonly root: OpenApiDocument } {
  return problemsOf(document).length === 0;
}

function findingOf(
  { locate }: LoadedDocument,
  { path, position = locate(path), first, message, hint }: Problem,
): Finding {
  return {
    position,
    message: first === undefined ? message : `${message} The first is at ${formatPosition(locate(first))}.`,
    ...(hint !== undefined && { hint }),
  };
}

function problemsOf({ root, missing }: LoadedDocument): readonly Problem[] {
  // Another version has other objects: all that could be said about them would mislead.
  const wrongVersion = checkVersion(root);
  if (wrongVersion !== undefined) return [wrongVersion];
  const survey = surveyDocument({ root, missing });
  return [...survey.problems, ...rules.flatMap((rule) => [...rule(survey)])];
}
