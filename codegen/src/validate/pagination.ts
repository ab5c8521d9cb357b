import { type JsonPath, quote, valueAt } from "../json/index.js";
import {
  itemsOf,
  type Located,
  type Operation,
  type PagedResult,
  type Parameter,
  propertiesOf,
  resultSchema,
  type SchemaOrBoolean,
  type Survey,
  schemaAt,
  typesOf,
} from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Checks that `x-pagination` refers to existing parameters and properties, on an operation that is safe to repeat. */
export function* checkPagination(survey: Survey, operation: Located<Operation>): Generator<Problem> {
  const { value, path } = operation;
  const pagination = value["x-pagination"];
  if (pagination === undefined) return;
  const place = [...path, "x-pagination"];
  if (pagination.style === undefined) yield* checkRqlPages(survey, value, place);
  else {
    yield* checkPagedOperation(operation, place);
    yield* checkParameters(survey, operation, pagination, place);
    yield* checkResponse(survey, value, pagination, place);
  }
}

function* checkRqlPages(survey: Survey, operation: Operation, place: JsonPath): Generator<Problem> {
  if (operation["x-rql"] === undefined) {
    const message = '"x-pagination" without a style requires "x-rql", because it requests pages by a limit in RQL.';
    yield { path: place, message, hint: "If a parameter requests pages, specify a style, such as `style: offset`." };
  }
  if (itemsOf(resultSchema(operation, survey.resolve), survey.followSchema) === undefined) {
    yield { path: place, message: '"x-pagination" requires a 2xx response with a JSON list (`type: array`).' };
  }
}

function* checkPagedOperation({ value: operation, path }: Located<Operation>, place: JsonPath): Generator<Problem> {
  if (operation["x-rql"] !== undefined) {
    yield {
      path: place,
      message: '"x-pagination" with a style cannot be combined with "x-rql", which takes up the whole query.',
    };
  }
  // Each further page repeats the call.
  if (path.at(-1) !== "get" && operation["x-safety"] !== "safe") {
    const message = `"x-pagination" requires a GET operation or a safe one, not ${quote(String(path.at(-1)))}.`;
    yield { path: place, message, hint: "If repeating the operation changes nothing, add `x-safety: safe`." };
  }
}

/** Fields of the extension that refer to query parameters, with the types these may have. */
const parameterFields = [
  { field: "offset", types: ["integer"], expected: "an integer" },
  { field: "page", types: ["integer"], expected: "an integer" },
  { field: "limit", types: ["integer"], expected: "an integer" },
  { field: "cursor", types: ["string", "integer", "number"], expected: "text or a number" },
] as const;

function* checkParameters(
  survey: Survey,
  { value: operation, path }: Located<Operation>,
  pagination: PagedResult,
  place: JsonPath,
): Generator<Problem> {
  const parameters = queryParameters(survey, operation, path);
  for (const { field, types, expected } of parameterFields) {
    const name: unknown = Reflect.get(pagination, field);
    if (typeof name !== "string") continue;
    const parameter = parameters.find((each) => each.name === name);
    if (parameter === undefined) {
      const message = `${quote(field)} must be a query parameter of the operation; found ${quote(name)}.`;
      const others = parameters.map((each) => quote(each.name)).join(", ");
      yield {
        path: [...place, field],
        message,
        hint: `The operation has ${others === "" ? "no query parameters" : others}.`,
      };
      continue;
    }
    const found = typesOf(parameter.schema, survey.followSchema);
    if (found.size > 0 && [...found].every((type) => types.some((fitting) => fitting === type))) continue;
    yield { path: [...place, field], message: `The query parameter ${quote(name)} must be ${expected}.` };
  }
}

function queryParameters(survey: Survey, operation: Operation, path: JsonPath): readonly Parameter[] {
  const item: unknown = valueAt(survey.root, path.slice(0, -1));
  const shared = survey.is("pathItem", item) ? (item.parameters ?? []) : [];
  return [...(operation.parameters ?? []), ...shared].flatMap((each) => {
    const parameter = survey.resolve("parameter", each);
    return parameter?.in === "query" ? [parameter] : [];
  });
}

function* checkResponse(
  survey: Survey,
  operation: Operation,
  pagination: PagedResult,
  place: JsonPath,
): Generator<Problem> {
  const follow = survey.followSchema;
  const result = resultSchema(operation, survey.resolve);
  const { items, total } = pagination;
  const list = items === undefined ? result : schemaAt(result, items.split("."), follow);
  if (itemsOf(list, follow) === undefined) {
    const subject =
      items === undefined ? '"items" is missing, and the response' : `"items" refers to ${quote(items)}, which`;
    const message = `${subject} is not a list (\`type: array\`) in the JSON body of a 2xx response.`;
    yield { path: items === undefined ? place : [...place, "items"], message, hint: properties(result) };
  }
  const named = {
    total: total === "content-range" ? undefined : total,
    next: "next" in pagination ? pagination.next : undefined,
  };
  for (const [field, name] of Object.entries(named)) {
    if (name === undefined || schemaAt(result, name.split("."), follow) !== undefined) continue;
    const message = `${quote(field)} must be a property of the response; found ${quote(name)}.`;
    yield { path: [...place, field], message, hint: properties(result) };
  }

  function properties(schema: SchemaOrBoolean | undefined): string {
    const names = [...propertiesOf(schema, follow).keys()].map(quote).join(", ");
    return names === "" ? "The response has no properties." : `The response has ${names}.`;
  }
}
