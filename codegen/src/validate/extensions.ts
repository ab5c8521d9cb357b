import { type JsonPath, pointerPath, quote, valueAt } from "../json/index.js";
import {
  isPrototypeName,
  isReservedWord,
  type Located,
  methodFunctions,
  type Operation,
  type PublicName,
  type Survey,
  splitName,
  type View,
} from "../openapi/index.js";
import { checkIdentity } from "./identity.js";
import { checkPagination } from "./pagination.js";
import { findDuplicates, type Problem } from "./problem.js";

/** Checks that our extensions are used where they have a meaning. `shapes.ts` checks their form. */
export function* checkExtensions(survey: Survey): Generator<Problem> {
  yield* checkSdkNames(survey);
  for (const operation of survey.all("operation")) {
    yield* checkRql(survey, operation);
    yield* checkPagination(survey, operation);
    yield* checkIdentity(survey, operation);
    yield* checkBodyName(operation);
    yield* checkViews(survey, operation);
  }
  yield* checkOAuth1(survey);
}

/** Checks that public names are valid class members and unique. Names derived from tags and ids adapt to these. */
function* checkSdkNames(survey: Survey): Generator<Problem> {
  const names = findGivenNames(survey);
  for (const { group, method, path } of names) {
    const refused = [group, method].find((name) => name === "core" || isPrototypeName(name));
    if (refused !== undefined) {
      yield { path, message: `A client cannot have a member called ${quote(refused)}.`, hint: "Choose another name." };
    }
  }
  yield* findDuplicates(
    names,
    ({ group, method }) => `${group}.${method}`.toLowerCase(),
    ({ group, method }) => ({
      message: `The name ${quote(`${group}.${method}`)} is used twice.`,
      hint: "Rename one of the two.",
    }),
  );
}

interface LocatedName extends PublicName {
  readonly path: JsonPath;
}

function findGivenNames(survey: Survey): readonly LocatedName[] {
  return survey.all("operation").flatMap(({ value, path }) => {
    const given = value["x-sdk-name"];
    const own = given === undefined ? [] : [{ ...splitName(given), path: [...path, "x-sdk-name"] }];
    const views = (value["x-views"] ?? []).map((view, index) => {
      return { ...splitName(view["x-sdk-name"]), path: [...path, "x-views", index, "x-sdk-name"] };
    });
    return [...own, ...views];
  });
}

/**
 * Checks views: their schemas must be components, a body requires a body in the operation, and path parameters must
 * exist.
 */
function* checkViews(survey: Survey, { value: operation, path }: Located<Operation>): Generator<Problem> {
  const template = String(path.at(-2));
  for (const [index, view] of (operation["x-views"] ?? []).entries()) {
    const place = [...path, "x-views", index];
    yield* checkViewContent(survey, operation, view, place);
    for (const name of Object.keys(view.parameters ?? {})) {
      if (template.includes(`{${name}}`)) continue;
      yield {
        path: [...place, "parameters", name],
        message: `The path ${quote(template)} has no parameter ${quote(name)}.`,
      };
    }
    yield* checkArguments(operation, view, [...place, "parameters"]);
  }
}

/** Checks that the argument names of a view are unique and not reserved. */
function* checkArguments(operation: Operation, { parameters = {} }: View, place: JsonPath): Generator<Problem> {
  const taken = new Set(["options", "rql", operation["x-body-name"] ?? "body", ...methodFunctions]);
  for (const [name, argument] of Object.entries(parameters)) {
    if (isReservedWord(argument) || taken.has(argument)) {
      yield takenNameProblem(argument, [...place, name]);
    }
    taken.add(argument);
  }
}

function* checkViewContent(
  survey: Survey,
  { requestBody }: Operation,
  { body, response }: View,
  place: JsonPath,
): Generator<Problem> {
  if (response !== undefined) yield* checkComponentSchema(survey, response.schema, [...place, "response", "schema"]);
  if (body === undefined) return;
  yield* checkComponentSchema(survey, body.schema, [...place, "body", "schema"]);
  if (body.name !== undefined) yield* checkArgument(body.name, [...place, "body", "name"]);
  if (requestBody !== undefined) return;
  yield {
    path: [...place, "body"],
    message: '"body" narrows a request body, but the operation has no requestBody.',
  };
}

function* checkRql(survey: Survey, { value: operation, path }: Located<Operation>): Generator<Problem> {
  const rql = operation["x-rql"];
  if (rql === undefined) return;
  const place = [...path, "x-rql"];
  const conflict = findRqlConflict(survey, operation, path);
  if (conflict !== undefined) yield { path: place, message: `"x-rql" requires a GET ${conflict}.` };
  yield* checkComponentSchema(survey, rql.resource, [...place, "resource"]);
}

function* checkComponentSchema(survey: Survey, pointer: string, place: JsonPath): Generator<Problem> {
  const target = pointerPath(pointer);
  const isComponent = target?.length === 3 && target[0] === "components" && target[1] === "schemas";
  if (target && isComponent && valueAt(survey.root, target) !== undefined) return;
  const message = `${quote(String(place.at(-1)))} must be a pointer to an existing component schema; found ${quote(pointer)}.`;
  yield { path: place, message, hint: "Write it as `#/components/schemas/Account`." };
}

/** RQL takes up the whole query string, so the operation cannot have other query parameters or a body. */
function findRqlConflict(survey: Survey, operation: Operation, path: JsonPath): string | undefined {
  if (path.at(-1) !== "get") return `operation, not ${quote(String(path.at(-1)))}`;
  if (operation.requestBody !== undefined) return "without a requestBody";
  const item: unknown = valueAt(survey.root, path.slice(0, -1));
  const shared = survey.is("pathItem", item) ? (item.parameters ?? []) : [];
  const parameters = [...shared, ...(operation.parameters ?? [])];
  const inQuery = parameters.map((each) => survey.resolve("parameter", each)).find((each) => each?.in === "query");
  return inQuery && `without query parameters; found ${quote(inQuery.name)}`;
}

function* checkBodyName({ value: operation, path }: Located<Operation>): Generator<Problem> {
  const name = operation["x-body-name"];
  if (name === undefined) return;
  const place = [...path, "x-body-name"];
  if (operation.requestBody === undefined) {
    yield { path: place, message: '"x-body-name" names the request body, but the operation has no requestBody.' };
  }
  yield* checkArgument(name, place);
}

function* checkArgument(name: string, path: JsonPath): Generator<Problem> {
  if (isReservedWord(name)) {
    yield { path, message: `${quote(name)} is a reserved word and cannot be the name of an argument.` };
  }
  if (methodFunctions.has(name)) yield takenNameProblem(name, path);
}

function takenNameProblem(name: string, path: JsonPath): Problem {
  return {
    path,
    message: `The name ${quote(name)} is already taken and cannot be the name of an argument.`,
    hint: "Choose another name.",
  };
}

function* checkOAuth1(survey: Survey): Generator<Problem> {
  for (const { value: scheme, path } of survey.all("securityScheme")) {
    if (scheme["x-oauth1"] === undefined) continue;
    if (scheme.type === "http" && scheme.scheme?.toLowerCase() === "oauth") continue;
    yield { path: [...path, "x-oauth1"], message: '"x-oauth1" requires `type: http` and `scheme: OAuth`.' };
  }
}
