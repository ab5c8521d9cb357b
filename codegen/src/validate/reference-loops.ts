import { quoteReference } from "../load/index.js";
import { ClassHierarchy, referenceIn, type Schema, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** References do not lead back to themselves. */
export function* checkReferenceLoops(survey: Survey): Generator<Problem> {
  yield* referenceLoops(survey);
  yield* schemaLoops(survey);
}

/** References that lead only to references, in a circle. Each circle is reported once. */
function* referenceLoops(survey: Survey): Generator<Problem> {
  const done = new Set<string>();
  for (const located of survey.references) {
    // `schemaLoops` reports schemas, since it also sees the circles through `allOf`.
    if (located.kind === "schema" || done.has(located.value)) continue;
    const chain = new Set<string>();
    let next: string | undefined = located.value;
    while (next !== undefined && !done.has(next) && !chain.has(next)) {
      chain.add(next);
      next = referenceIn(survey.target(next));
    }
    if (next !== undefined && chain.has(next)) {
      const circle = [...chain, next].map(quoteReference).join(" → ");
      yield { path: located.path, message: `The reference leads back to itself: ${circle}.` };
    }
    for (const visited of chain) done.add(visited);
  }
}

/**
 * Schemas that contain themselves in the same value: a `$ref` or a composition that leads back to its own schema without
 * a property or an item in between. Recursion through those is legal and describes a tree.
 */
function* schemaLoops(survey: Survey): Generator<Problem> {
  const hierarchy = new ClassHierarchy(survey.followSchema);
  const settled = new Set<Schema>();
  for (const located of survey.all("schema")) {
    if (!isComposed(located.value) || settled.has(located.value)) continue;
    if (!leadsToItself(located.value)) continue;
    const hint = "Take the reference back to it out of `$ref`, `allOf`, `anyOf`, `oneOf` or `not`.";
    yield { path: located.path, message: "The schema contains itself, with no property or item in between.", hint };
  }

  /** Walks depth first, without recursion: a chain of references may be longer than the stack is deep. */
  function leadsToItself(start: Schema): boolean {
    const open = new Set<Schema>();
    const steps: { readonly schema: Schema; readonly isLeaving: boolean }[] = [{ schema: start, isLeaving: false }];
    let isLoop = false;
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const { schema, isLeaving } = step;
      if (isLeaving) {
        open.delete(schema);
        settled.add(schema);
      } else if (open.has(schema)) isLoop = true;
      else if (!settled.has(schema)) {
        open.add(schema);
        steps.push({ schema, isLeaving: true });
        for (const next of sameValueSchemas(survey, hierarchy, schema)) steps.push({ schema: next, isLeaving: false });
      }
    }
    return isLoop;
  }
}

/** Schemas of the same value as a schema, and what it takes over from classes that list it. */
function sameValueSchemas(survey: Survey, hierarchy: ClassHierarchy, schema: Schema): readonly Schema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [], not } = hierarchy.withoutOwnChoices(schema);
  const target = $ref === undefined ? undefined : survey.target($ref);
  const written = [target, ...allOf, ...anyOf, ...oneOf, not].filter((next) => survey.is("schema", next));
  return [...written, ...hierarchy.inheritedBy(schema)].filter(isComposed);
}

/** Whether a schema describes its values by other schemas. Any other schema cannot be part of a circle. */
function isComposed({ $ref, allOf, anyOf, oneOf, not }: Schema): boolean {
  return ($ref ?? allOf ?? anyOf ?? oneOf ?? not) !== undefined;
}
