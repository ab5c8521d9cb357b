import { describe, type JsonPath, type JsonValue, quote } from "../json/index.js";
import { isObject, type Located, type Schema, type SchemaOrBoolean, type Survey } from "../openapi/index.js";
import { findDuplicates, type Problem } from "./problem.js";

/** Checks that `x-rql-type` assigns unique type ids to component schemas of objects. */
export function* checkTypeIds(survey: Survey): Generator<Problem> {
  const typed = survey.all("schema").filter(({ value }) => value["x-rql-type"] !== undefined);
  if (typed.length > 0) {
    const components = componentSchemas(survey);
    for (const schema of typed) yield* checkTypedSchema(survey, schema, components);
    yield* findDuplicates(
      typed.flatMap(idsOf),
      ({ id }) => id,
      ({ id }) => ({ message: `The type id ${quote(id)} is used twice.`, hint: "Remove one of the two." }),
    );
  }
  yield* checkTypedLists(survey, typed.length > 0);
}

/**
 * Schemas that are components, directly or in another file. A component that is only a reference gives its name to its
 * target.
 */
function componentSchemas(survey: Survey): ReadonlySet<SchemaOrBoolean> {
  const components = survey.all("components").flatMap(({ value }) => Object.values(value.schemas ?? {}));
  return new Set(components.flatMap((schema) => [schema, survey.resolve("schema", schema) ?? schema]));
}

function* checkTypedSchema(
  survey: Survey,
  { value: schema, path }: Located<Schema>,
  components: ReadonlySet<SchemaOrBoolean>,
): Generator<Problem> {
  const place = [...path, "x-rql-type"];
  if (!components.has(schema)) {
    const hint = "Move the schema to `components: schemas:` and refer to it.";
    yield { path: place, message: '"x-rql-type" requires a component schema, because a type needs a name.', hint };
  } else if (!isObject(schema, survey.followSchema)) {
    yield {
      path: place,
      message: '"x-rql-type" requires a schema of objects (`type: object`), because resources are objects.',
    };
  }
  const given = schema["x-rql-type"];
  if (Array.isArray(given) && given.length === 0) yield { path: place, message: "Expected a type id, found none." };
  for (const [value, at] of valuesOf(given, place)) {
    if (typeof value === "string" && value !== "") continue;
    yield { path: at, message: `Expected a type id in "x-rql-type", found ${describe(value)}.` };
  }
}

interface LocatedId {
  readonly id: string;
  readonly path: JsonPath;
}

function idsOf({ value: schema, path }: Located<Schema>): readonly LocatedId[] {
  const values = valuesOf(schema["x-rql-type"], [...path, "x-rql-type"]);
  return values.flatMap(([id, path]) => (typeof id === "string" ? [{ id, path }] : []));
}

/** A value or a list of values, each with its path. */
function valuesOf(given: Schema["x-rql-type"], place: JsonPath): readonly (readonly [JsonValue, JsonPath])[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given.map((value, index) => [value, [...place, index]]) : [[given, place]];
}

function* checkTypedLists(survey: Survey, hasTypes: boolean): Generator<Problem> {
  if (hasTypes) return;
  for (const { value, path } of survey.all("operation")) {
    if (value["x-rql"]?.typedBy === undefined) continue;
    const message = '"typedBy" requires component schemas with an "x-rql-type", but there are none.';
    yield { path: [...path, "x-rql", "typedBy"], message };
  }
}
