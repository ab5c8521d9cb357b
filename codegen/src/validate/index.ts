import { byPosition, type Finding, formatPosition, SpecError } from "../findings.js";
import type { LoadedDocument } from "../load/index.js";
import { type AcceptedDocument, References, type Survey, surveyDocument } from "../openapi/index.js";
import { checkComponents } from "./components.js";
import { checkExtensions } from "./extensions.js";
import { checkInheritance } from "./inheritance.js";
import { checkMessages } from "./messages.js";
import { checkOperations } from "./operations.js";
import { checkPaths } from "./paths.js";
import type { Problem } from "./problem.js";
import { checkReferenceLoops } from "./reference-loops.js";
import { checkReferences } from "./references.js";
import type { Rule } from "./rule.js";
import { checkSchemas } from "./schemas.js";
import { checkTypeIds } from "./type-ids.js";
import { checkVersion } from "./version.js";

const rules: readonly Rule[] = [
  checkReferences,
  checkReferenceLoops,
  checkPaths,
  checkOperations,
  checkComponents,
  checkMessages,
  checkSchemas,
  checkExtensions,
  checkTypeIds,
  checkInheritance,
];

/**
 * Validates a document. Returns all problems that prevent generating a client, in document order. Empty if the document
 * is valid.
 */
export function validate(document: LoadedDocument): readonly Finding[] {
  return findingsOf(document, inspect(document).problems);
}

/**
 * Validates a document and returns it as OpenAPI.
 *
 * @throws SpecError with all findings of {@link validate}, if there are any.
 */
export function acceptDocument(document: LoadedDocument): AcceptedDocument {
  const { problems, survey } = inspect(document);
  const [root] = survey?.all("document") ?? [];
  if (survey === undefined || root === undefined || problems.length > 0) {
    throw new SpecError(findingsOf(document, problems));
  }
  const ofSchemas = survey.references.filter(({ kind }) => kind === "schema").map(({ value }) => value);
  return { root: root.value, references: new References(document.root), schemaReferences: new Set(ofSchemas) };
}

interface Inspection {
  readonly problems: readonly Problem[];
  /** Absent if the OpenAPI version is not supported, because any other finding would be misleading. */
  readonly survey?: Survey;
}

function inspect(document: LoadedDocument): Inspection {
  const wrongVersion = checkVersion(document.root);
  if (wrongVersion !== undefined) return { problems: [wrongVersion] };
  const survey = surveyDocument(document.root);
  return { survey, problems: [...survey.malformations, ...rules.flatMap((rule) => [...rule(survey, document)])] };
}

function findingsOf(document: LoadedDocument, problems: readonly Problem[]): readonly Finding[] {
  return problems.map((problem) => findingOf(document, problem)).sort(byPosition);
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
