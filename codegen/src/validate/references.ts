import { describe, isJsonObject, pointerPath, quote, valueAt } from "../json/index.js";
import { type LoadedDocument, type MissingFile, quoteReference } from "../load/index.js";
import { type LocatedReference, nameOf, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";
import { closestName } from "./spelling.js";

/** References lead to objects of the kind that they stand for, within the document. */
export function* checkReferences(survey: Survey, { missing }: Pick<LoadedDocument, "missing">): Generator<Problem> {
  const reported = new Set<MissingFile>();
  for (const reference of survey.references) {
    const file = missing.size === 0 ? undefined : missing.get(pointerPath(reference.value)?.[0] ?? "");
    if (file === undefined) yield* targetProblem(survey, reference);
    else if (!reported.has(file)) yield* fileProblems(file, reference);
    if (file !== undefined) reported.add(file);
  }
}

/** A file that cannot be read is a fault of the reference; what is broken in the file is a fault of its own. */
function fileProblems({ findings, isRead }: MissingFile, { value, path }: LocatedReference): readonly Problem[] {
  return findings.map(({ position, message, hint }) => ({
    path,
    message: isRead ? message : `${quoteReference(value)} cannot be read: ${message}`,
    ...(isRead && { position }),
    ...hintOf(hint, isRead),
  }));
}

const pathHint =
  "A reference is a path from its own file or, below an absolute `$id`, leads to another `$id` of that file.";

function hintOf(hint: string | undefined, isRead: boolean): { readonly hint?: string } {
  if (hint !== undefined) return { hint };
  return isRead ? {} : { hint: pathHint };
}

function targetProblem(survey: Survey, reference: LocatedReference): readonly Problem[] {
  const { kind, value } = reference;
  const target = survey.target(value);
  if (isJsonObject(target) && survey.isMetAs(kind, target)) return [];
  if (kind === "schema" && typeof target === "boolean") return [];
  const { path } = reference;
  if (target === undefined) return [{ path, ...unknownTarget(survey, value) }];
  const found = isJsonObject(target) ? survey.namesOf(target).join(" and ") : describe(target);
  return [{ path, message: `${quoteReference(value)} must name ${nameOf[kind]}, but it is ${found}.` }];
}

function unknownTarget(survey: Survey, reference: string): Omit<Problem, "path"> {
  const pointer = pointerPath(reference);
  if (!reference.startsWith("#")) {
    const message = `Only references within the document and its folder are read, found ${quote(reference)}.`;
    return { message, hint: "Copy the target into a file next to the document, or into its `components`." };
  }
  if (pointer === undefined) {
    const message = `Expected a pointer like "#/components/schemas/Order", found ${quoteReference(reference)}.`;
    return { message, hint: "In a name, `/` is written `~1`, `~` is `~0`, `%` is `%25`." };
  }
  const message = `${quoteReference(reference)} names nothing in the document.`;
  const siblings = valueAt(survey.root, pointer.slice(0, -1));
  const closest = isJsonObject(siblings) ? closestName(pointer.at(-1) ?? "", Object.keys(siblings)) : undefined;
  return closest === undefined ? { message } : { message, hint: `Did you mean ${quote(closest)}?` };
}
