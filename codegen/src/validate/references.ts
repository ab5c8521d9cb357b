import { describe, isJsonObject, pointerPath, quote, valueAt } from "../json/index.js";
import { type LoadedDocument, type MissingFile, quoteReference } from "../load/index.js";
import { type LocatedReference, nameOf, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";
import { findClosestName } from "./spelling.js";

/** Checks that references lead to objects of the right kind within the document. */
export function* checkReferences(survey: Survey, { missing }: Pick<LoadedDocument, "missing">): Generator<Problem> {
  const reported = new Set<MissingFile>();
  for (const reference of survey.references) {
    const file = missing.size === 0 ? undefined : missing.get(pointerPath(reference.value)?.[0] ?? "");
    if (file === undefined) yield* checkTarget(survey, reference);
    else if (!reported.has(file)) yield* fileProblems(file, reference);
    if (file !== undefined) reported.add(file);
  }
}

/** Reports an unreadable file at the reference, and errors in a file at their own positions. */
function fileProblems({ findings, isRead }: MissingFile, { value, path }: LocatedReference): readonly Problem[] {
  return findings.map(({ position, message, hint }) => ({
    path,
    message: isRead ? message : `Cannot read ${quoteReference(value)}: ${message}`,
    ...(isRead && { position }),
    ...hintOf(hint, isRead),
  }));
}

const pathHint =
  "A reference is a path relative to its own file. Below an absolute `$id`, it may also point to another `$id` in the same file.";

function hintOf(hint: string | undefined, isRead: boolean): { readonly hint?: string } {
  if (hint !== undefined) return { hint };
  return isRead ? {} : { hint: pathHint };
}

function checkTarget(survey: Survey, reference: LocatedReference): readonly Problem[] {
  const { kind, value } = reference;
  const target = survey.target(value);
  if (isJsonObject(target) && survey.wasVisitedAs(kind, target)) return [];
  if (kind === "schema" && typeof target === "boolean") return [];
  const { path } = reference;
  if (target === undefined) return [{ path, ...describeUnknownTarget(survey, value) }];
  const found = isJsonObject(target) ? survey.namesOf(target).join(" and ") : describe(target);
  return [{ path, message: `${quoteReference(value)} must point to ${nameOf[kind]}, but it points to ${found}.` }];
}

function describeUnknownTarget(survey: Survey, reference: string): Omit<Problem, "path"> {
  const pointer = pointerPath(reference);
  if (!reference.startsWith("#")) {
    const message = `References outside the document and its folder are not supported; found ${quote(reference)}.`;
    return { message, hint: "Copy the target into a file next to the document, or into its `components`." };
  }
  if (pointer === undefined) {
    const message = `Expected a pointer such as "#/components/schemas/Order", found ${quoteReference(reference)}.`;
    return { message, hint: "In a name, write `/` as `~1`, `~` as `~0` and `%` as `%25`." };
  }
  const message = `${quoteReference(reference)} does not exist in the document.`;
  const siblings = valueAt(survey.root, pointer.slice(0, -1));
  const closest = isJsonObject(siblings) ? findClosestName(pointer.at(-1) ?? "", Object.keys(siblings)) : undefined;
  return closest === undefined ? { message } : { message, hint: `Did you mean ${quote(closest)}?` };
}
