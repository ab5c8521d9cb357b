import { describe, isJsonObject, type MissingFile, quote, quoteReference, valueAt } from "../load/index.js";
import { pointerPath } from "../load/pointer.js";
import { kindNames } from "./kinds.js";
import type { Schema } from "./openapi.js";
import type { Problem } from "./problem.js";
import { closestName } from "./spelling.js";
import { ClassHierarchy } from "./superclass.js";
import type { LocatedReference, Survey } from "./survey.js";

/** References lead to objects of the kind they stand for, within the document, and not back to themselves. */
export function* checkReferences(survey: Survey): Generator<Problem> {
  const told = new Set<MissingFile>();
  for (const reference of survey.references) {
    const file = survey.missing.get(pointerPath(reference.value)?.[0] ?? "");
    if (file === undefined) {
      const problem = targetProblem(survey, reference);
      if (problem !== undefined) yield problem;
    } else if (!told.has(file)) yield* fileProblems(file, reference);
    if (file !== undefined) told.add(file);
  }
  yield* referenceLoops(survey);
  yield* schemaLoops(survey);
}

/** A file that cannot be read is a mistake of the reference; what is broken in it, one of its own. Told once. */
function fileProblems({ findings, isRead }: MissingFile, { value, path }: LocatedReference): readonly Problem[] {
  return findings.map(({ position, message, hint }) => ({
    path,
    message: isRead ? message : `${quoteReference(value)} cannot be read: ${message}`,
    ...(isRead && { position }),
    ...hintOf(hint, isRead),
  }));
}

const pathHint =
  "A reference is a path from the file that it stands in or, below an absolute `$id`, leads to another `$id` of that file.";

function hintOf(hint: string | undefined, isRead: boolean): { readonly hint?: string } {
  if (hint !== undefined) return { hint };
  return isRead ? {} : { hint: pathHint };
}

function targetProblem(survey: Survey, { value: reference, path, kind }: LocatedReference): Problem | undefined {
  if (!reference.startsWith("#")) {
    const message = `Only references within the document and its folder are read, found ${quote(reference)}.`;
    return { path, message, hint: "Copy what it names into a file beside the document, or into its `components`." };
  }
  const pointer = pointerPath(reference);
  if (pointer === undefined) {
    const message = `Expected a pointer like "#/components/schemas/Order", found ${quoteReference(reference)}.`;
    return { path, message, hint: "In a name, `/` is written `~1`, `~` is `~0`, `%` is `%25`." };
  }
  const target = valueAt(survey.root, pointer);
  if (target === undefined) return { path, ...missing(survey, reference, pointer) };
  if (kind === "schema" && typeof target === "boolean") return undefined;
  if (!isJsonObject(target)) {
    return {
      path,
      message: `${quoteReference(reference)} must name ${kindNames[kind]}, but it is ${describe(target)}.`,
    };
  }
  const met = survey.metAs(target);
  if (met.has(kindNames[kind])) return undefined;
  return {
    path,
    message: `${quoteReference(reference)} must name ${kindNames[kind]}, but it is ${[...met].join(" and ")}.`,
  };
}

function missing(survey: Survey, reference: string, pointer: readonly string[]): Omit<Problem, "path"> {
  const message = `${quoteReference(reference)} names nothing in the document.`;
  const around = valueAt(survey.root, pointer.slice(0, -1));
  const closest = isJsonObject(around) ? closestName(pointer.at(-1) ?? "", Object.keys(around)) : undefined;
  return closest === undefined ? { message } : { message, hint: `Did you mean ${quote(closest)}?` };
}

/** References that lead to nothing but references, in a circle. Each circle is told once. */
function* referenceLoops(survey: Survey): Generator<Problem> {
  const done = new Set<string>();
  for (const { value: start, path, kind } of survey.references) {
    const chain = new Set<string>();
    let reference: string | undefined = start;
    // Schemas are left to `schemaLoops`, which also sees the circles that run through `allOf`.
    while (kind !== "schema" && reference !== undefined && !done.has(reference)) {
      if (chain.has(reference)) {
        yield {
          path,
          message: `The reference leads back to itself: ${[...chain, reference].map(quoteReference).join(" → ")}.`,
        };
        break;
      }
      chain.add(reference);
      reference = nextReference(survey, reference);
    }
    for (const visited of chain) done.add(visited);
  }
}

function nextReference(survey: Survey, reference: string): string | undefined {
  const target = valueAt(survey.root, pointerPath(reference) ?? []);
  const next = isJsonObject(target) ? target["$ref"] : undefined;
  return typeof next === "string" ? next : undefined;
}

/**
 * Schemas that must hold before they can hold: a `$ref` or a composition that comes back to its own schema without a
 * property or an item in between. Recursion through those is legal and means a tree.
 */
function* schemaLoops(survey: Survey): Generator<Problem> {
  const hierarchy = new ClassHierarchy(($ref) => survey.resolve("schema", { $ref }));
  const settled = new Set<Schema>();
  for (const { value: start, path } of survey.all("schema")) {
    const open = new Set<Schema>();
    const steps: { readonly schema: Schema; readonly leaving: boolean }[] = [{ schema: start, leaving: false }];
    // By hand, since a chain of references may be longer than the stack is deep.
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const { schema, leaving } = step;
      if (leaving) {
        open.delete(schema);
        settled.add(schema);
      } else if (open.has(schema)) {
        const message = "The schema contains itself, with no property or item in between.";
        yield {
          path,
          message,
          hint: "Take the reference back to it out of `$ref`, `allOf`, `anyOf`, `oneOf` or `not`.",
        };
      } else if (!settled.has(schema)) {
        open.add(schema);
        steps.push({ schema, leaving: true });
        for (const next of sameInstanceSchemas(survey, hierarchy, schema)) steps.push({ schema: next, leaving: false });
      }
    }
  }
}

/** The schemas that look at the same value as a schema does, and what it takes over from classes that list it. */
function sameInstanceSchemas(survey: Survey, hierarchy: ClassHierarchy, schema: Schema): readonly Schema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not } = hierarchy.withoutOwnChoices(schema);
  const target: unknown = $ref === undefined ? undefined : valueAt(survey.root, pointerPath($ref) ?? []);
  const written = [target, ...allOf, ...anyOf, ...oneOf, not].filter((next) => survey.is("schema", next));
  return [...written, ...hierarchy.inheritedBy(schema)];
}
