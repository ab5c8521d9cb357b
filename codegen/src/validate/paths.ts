import { type JsonPath, pointerPath, quote } from "../json/index.js";
import {
  httpMethods,
  isToken,
  type Located,
  operationsOf,
  type Parameter,
  type PathItem,
  type Reference,
  type Survey,
  sentTemplate,
  templateNames,
} from "../openapi/index.js";
import { findDuplicates, type Problem } from "./problem.js";

/**
 * Checks that path templates can be sent as written and use all declared path parameters. A parameter that is used
 * but not declared is text.
 */
export function* checkPaths(survey: Survey): Generator<Problem> {
  const paths = pathItems(survey);
  for (const { path, template } of paths) {
    const fault = findTemplateFault(template);
    if (fault !== undefined) yield { path, ...fault };
  }
  yield* checkTwins(paths);
  for (const item of paths) yield* checkParameters(survey, item);
}

/** Entry of `paths` with its template. */
interface LocatedPathItem extends Located<PathItem> {
  readonly template: string;
  /** Path of the item itself, which differs if the entry is a reference. */
  readonly itemPath: JsonPath;
}

function pathItems(survey: Survey): readonly LocatedPathItem[] {
  return survey.all("pathItem").flatMap(({ value, path }) => {
    const [parent, template] = path;
    if (parent !== "paths" || path.length !== 2) return [];
    const item = survey.resolve("pathItem", value) ?? value;
    const itemPath = value.$ref === undefined ? path : (pointerPath(value.$ref) ?? path);
    return [{ value: item, path, template: String(template), itemPath }];
  });
}

/**
 * Finds operations with the same method whose paths differ only in parameter names. A server cannot distinguish them.
 * If each has an `operationId`, they are two ways to make the same call, as in the documents of Xero and Trello.
 * Otherwise they are a mistake. Paths without a common method are two halves of the same path, as in GitHub's document.
 */
function checkTwins(paths: readonly LocatedPathItem[]): Iterable<Problem> {
  const operations = paths.flatMap(({ value, path, template }) => {
    return operationsOf(value).map(({ method, place, operation: { operationId = "" } }) => {
      const key = `${method} ${template.replace(/\{[^{}]*\}/g, "{}")}`;
      return { key, path: [...path, ...place], template, isNamed: operationId !== "" };
    });
  });
  const unnamed = new Set(operations.filter(({ isNamed }) => !isNamed).map(({ key }) => key));
  return findDuplicates(
    operations.filter(({ key }) => unnamed.has(key)),
    ({ key }) => key,
    ({ template }) => ({
      message: `${quote(template)} and an earlier path differ only in parameter names.`,
      hint: "A server cannot distinguish them. Merge them into one operation, or give each an `operationId`.",
    }),
  );
}

interface TemplateFault {
  readonly fault: RegExp;
  readonly message: string;
}

/** Faults in the path only. */
const pathFaults: readonly TemplateFault[] = [
  { fault: /^(?!\/)/, message: 'must start with "/"' },
  { fault: /^\/\//, message: 'must not start with "//"' },
  { fault: /\/(?:\.|%2e){1,2}(?=\/|$)/i, message: 'must not contain "." or ".." as a segment' },
];

/** Faults in the path, or in a query that follows it. */
const templateFaults: readonly TemplateFault[] = [
  {
    fault: /["'`\\<>^|]/,
    message: "must not contain quotation marks, backslashes or other characters that URLs escape",
  },
  { fault: /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u, message: "must not contain whitespace or control characters" },
  { fault: /%(?![0-9a-f]{2})/i, message: 'must write "%" as "%25"' },
  {
    fault: /\{\}|\{[^}]*[{/]|^[^{]*\}|\}[^{]*\}|\{[^}]*$/,
    message: "must enclose each parameter name in a pair of braces",
  },
  { fault: /\{([^{}]*)\}.*\{\1\}/, message: "must not use a parameter twice" },
];

/**
 * Removes OData's quotation marks around text in keys and arguments: `/users(name='{name}')`,
 * `/users/name='{name}',id={id}`.
 */
function withoutOdataQuotes(path: string): string {
  return path.replace(/(?<=[(=])'([^'/]*)'(?=[,)/]|$)/g, "$1");
}

function findTemplateFault(template: string): Omit<Problem, "path"> | undefined {
  const sent = sentTemplate(template);
  const [path = ""] = sent.split("?", 1);
  const plain = withoutOdataQuotes(path) + sent.slice(path.length);
  const found =
    pathFaults.find(({ fault }) => fault.test(path)) ?? templateFaults.find(({ fault }) => fault.test(plain));
  if (found === undefined) return undefined;
  const hint = "Write it as in the URL, with parameters in braces: `/orders/{orderId}`.";
  return { message: `A path ${found.message}; found ${quote(template)}.`, hint };
}

function* checkParameters(
  survey: Survey,
  { value: item, itemPath: path, template }: LocatedPathItem,
): Generator<Problem> {
  const used = new Set(templateNames(template));
  const shared = declaredParameters(survey, item.parameters, path);
  yield* checkDuplicateParameters(shared);
  yield* checkUnusedParameters(shared, used, template);
  for (const { method, place, operation } of operationsOf(item)) {
    if (!survey.is("operation", operation)) continue;
    yield* checkMethod(method, [...path, ...place]);
    const own = declaredParameters(survey, operation.parameters, [...path, ...place]);
    yield* checkDuplicateParameters(own);
    yield* checkUnusedParameters(own, used, template);
    yield* checkWholeQueries([...own, ...shared]);
  }
}

/** Checks that an additional method is a token (RFC 9110, section 5.6.2) without a field of its own. */
function* checkMethod(method: string, path: JsonPath): Generator<Problem> {
  if (path.at(-2) !== "additionalOperations") return;
  const isListed = httpMethods.some((known) => known === method.toLowerCase());
  if (isToken(method) && !isListed && !/^(?:connect|track)$/i.test(method)) return;
  const hint = isListed ? `Write it as \`${method.toLowerCase()}\` in the path item.` : "Use a method such as `COPY`.";
  yield { path, message: `Expected a valid additional HTTP method, found ${quote(method)}.`, hint };
}

function declaredParameters(
  survey: Survey,
  parameters: readonly (Parameter | Reference)[] = [],
  path: JsonPath,
): readonly Located<Parameter>[] {
  return parameters.flatMap((each, index) => {
    const value = survey.resolve("parameter", each);
    return value === undefined ? [] : [{ value, path: [...path, "parameters", index] }];
  });
}

function checkDuplicateParameters(parameters: readonly Located<Parameter>[]): Iterable<Problem> {
  return findDuplicates(
    parameters,
    // RFC 9110, section 5.1: field names are case-insensitive.
    ({ value }) => `${value.in} ${value.in === "header" ? value.name.toLowerCase() : value.name}`,
    ({ value }) => ({ message: `The ${value.in} parameter ${quote(value.name)} is declared twice.` }),
  );
}

/** Checks parameters that describe the whole query (OpenAPI 3.2). They exclude other query parameters. */
function* checkWholeQueries(parameters: readonly Located<Parameter>[]): Generator<Problem> {
  for (const { value, path } of parameters.filter((parameter) => parameter.value.in === "querystring")) {
    if (parameters.some((other) => other.value.in === "query")) {
      yield {
        path,
        message: `${quote(value.name)} describes the whole query, but there are other query parameters.`,
      };
    }
    const types = Object.keys(value.content ?? {});
    if (types.length === 1 && /^application\/x-www-form-urlencoded(?:;|$)/i.test(types[0] ?? "")) continue;
    const message = `The whole query ${quote(value.name)} must have application/x-www-form-urlencoded in "content".`;
    yield { path, message, hint: "Other formats are not supported yet. Describe the query parameters one by one." };
  }
}

function* checkUnusedParameters(
  parameters: readonly Located<Parameter>[],
  used: ReadonlySet<string>,
  template: string,
): Generator<Problem> {
  for (const { value, path } of parameters.filter(isInPath)) {
    if (used.has(value.name)) continue;
    const message = `The path parameter ${quote(value.name)} is not used in the path ${quote(template)}.`;
    yield { path, message, hint: "Add it to the path in braces, or remove it." };
  }
}

function isInPath({ value }: Located<Parameter>): boolean {
  return value.in === "path";
}
