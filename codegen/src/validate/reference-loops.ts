import { quoteReference } from "../load/index.js";
import { ClassHierarchy, referenceIn, type Schema, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Checks that references are not circular. */
export function* checkReferenceLoops(survey: Survey): Generator<Problem> {
  yield* findReferenceLoops(survey);
  yield* findSchemaLoops(survey);
}

/** Finds references that lead only to other references, in a circle. Reports each circle once. */
function* findReferenceLoops(survey: Survey): Generator<Problem> {
  const done = new Set<string>();
  for (const located of survey.references) {
    // `schemaLoops` reports schemas, because it also detects circles through `allOf`.
    if (located.kind === "schema" || done.has(located.value)) continue;
    const chain = new Set<string>();
    let next: string | undefined = located.value;
    while (next !== undefined && !done.has(next) && !chain.has(next)) {
      chain.add(next);
      next = referenceIn(survey.target(next));
    }
    if (next !== undefined && chain.has(next)) {
      const circle = [...chain, next].map(quoteReference).join(" → ");
      yield { path: located.path, message: `The reference is circular: ${circle}.` };
    }
    for (const visited of chain) done.add(visited);
  }
}

/**
 * Finds schemas that contain themselves in the same value: a `$ref` or a composition that leads back to its own schema
 * without a property or item in between. Recursion through properties and items is valid and describes a tree.
 */
function* findSchemaLoops(survey: Survey): Generator<Problem> {
  const hierarchy = new ClassHierarchy(survey.followSchema);
  const finished = new Set<Schema>();
  for (const located of survey.all("schema")) {
    if (!isComposed(located.value) || finished.has(located.value)) continue;
    if (!leadsToItself(located.value)) continue;
    const hint = "Remove the reference back to it from `$ref`, `allOf`, `anyOf`, `oneOf` or `not`.";
    yield { path: located.path, message: "The schema contains itself without a property or item in between.", hint };
  }

  /** Walks depth-first without recursion, because a chain of references may be longer than the stack allows. */
  function leadsToItself(start: Schema): boolean {
    const open = new Set<Schema>();
    const steps: { readonly schema: Schema; readonly isLeaving: boolean }[] = [{ schema: start, isLeaving: false }];
    let isLoop = false;
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const { schema, isLeaving } = step;
      if (isLeaving) {
        open.delete(schema);
        finished.add(schema);
      } else if (open.has(schema)) isLoop = true;
      else if (!finished.has(schema)) {
        open.add(schema);
        steps.push({ schema, isLeaving: true });
        for (const next of sameValueSchemas(survey, hierarchy, schema)) steps.push({ schema: next, isLeaving: false });
      }
    }
    return isLoop;
  }
}

/** Schemas that describe the same value as a schema, including what it inherits from classes that list it. */
function sameValueSchemas(survey: Survey, hierarchy: ClassHierarchy, schema: Schema): readonly Schema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not } = hierarchy.withoutOwnChoices(schema);
  const target = $ref === undefined ? undefined : survey.target($ref);
  const written = [target, ...allOf, ...anyOf, ...oneOf, not].filter((next) => survey.is("schema", next));
  return [...written, ...hierarchy.inheritedBy(schema)].filter(isComposed);
}

/** Returns true if a schema is composed of other schemas. Only these can be part of a circle. */
function isComposed({ $ref, allOf, anyOf, oneOf, not }: Schema): boolean {
  return ($ref ?? allOf ?? anyOf ?? oneOf ?? not) !== undefined;
}
