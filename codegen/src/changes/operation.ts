import { type JsonPath, quote } from "../json/index.js";
import type { Operation, OptionParameter, Safety, Schema, Subject } from "../model/index.js";
import { isStreamed, placeOfMethod } from "../openapi/index.js";
import type { Draft, MethodChange } from "./change.js";
import { acceptsAll, providesAll, type Sides } from "./compatibility.js";
import { compareDocs } from "./docs.js";
import { compareErrors, compareHeaders } from "./responses.js";
import type { ChangeKind } from "./rules.js";
import { typeText } from "./type-text.js";

type Comparison = (old: Operation, next: Operation, sides: Sides) => readonly MethodChange[];

/** All comparisons, in the order in which a caller encounters the parts of a call. */
const comparisons: readonly Comparison[] = [
  comparePathParameters,
  compareBodies,
  compareRql,
  compareOptions,
  compareResults,
  compareErrors,
  compareHeaders,
  comparePaging,
  compareIteration,
  compareSafety,
  comparePermissions,
  compareIdentity,
  compareReference,
  compareWire,
  (old, next) => compareDocs(old.docs, next.docs),
];

/** Compares two versions of a method. */
export function compareOperation(old: Operation, next: Operation, sides: Sides): readonly Draft[] {
  return comparisons
    .flatMap((compare) => compare(old, next, sides))
    .map(({ kind, message, option }) => ({
      where: `${old.group}.${old.method}`,
      kind,
      message,
      subject: subjectOf(old, option),
      directions: new Set(),
      old: placeOf(old),
      new: placeOf(next),
    }));
}

function subjectOf({ group, method }: Operation, option: string | undefined): Subject {
  return { kind: "method", group, method, ...(option === undefined ? {} : { option }) };
}

/** Path of an operation in its document. */
export function placeOf({ path, httpMethod }: Operation): JsonPath {
  return ["paths", path, ...placeOfMethod(httpMethod)];
}

function comparePathParameters(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const [before, after] = [old.pathParameters, next.pathParameters];
  if (before.length !== after.length) {
    const added = after.filter(({ name }) => !before.some((parameter) => parameter.name === name));
    const removed = before.filter(({ name }) => !after.some((parameter) => parameter.name === name));
    return [
      ...added.map(({ argument }): MethodChange => {
        return { kind: "path-parameter-added", message: `It now takes \`${argument}\` as an argument.` };
      }),
      ...removed.map(({ argument }): MethodChange => {
        return { kind: "path-parameter-removed", message: `It no longer takes \`${argument}\` as an argument.` };
      }),
    ];
  }
  const names = (parameters: typeof before): readonly string[] => parameters.map(({ name }) => name);
  if (
    names(before).join() !== names(after).join() &&
    [...names(before)].sort().join() === [...names(after)].sort().join()
  ) {
    const order = after.map(({ argument }) => argument).join(", ");
    return [{ kind: "path-parameters-reordered", message: `The order of its arguments changed: \`${order}\`.` }];
  }
  return before.flatMap((parameter, index) => {
    const successor = after[index] ?? parameter;
    const renamed: readonly MethodChange[] =
      parameter.argument === successor.argument
        ? []
        : [
            {
              kind: "path-parameter-renamed",
              message: `The argument \`${parameter.argument}\` is now called \`${successor.argument}\`.`,
            },
          ];
    return [...renamed, ...compareArgument(`\`${successor.argument}\``, parameter.schema, successor.schema, sides)];
  });
}

function compareBodies({ body: old }: Operation, { body: next }: Operation, sides: Sides): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "body-added", message: `It now takes \`${next?.argument}\` as an argument.` }];
  if (next === undefined)
    return [{ kind: "body-removed", message: `It no longer takes \`${old.argument}\` as an argument.` }];
  const differences: MethodChange[] = [];
  if (next.required && !old.required) {
    differences.push({ kind: "body-required", message: `The argument \`${next.argument}\` is now required.` });
  }
  if (old.required && !next.required) {
    differences.push({ kind: "body-optional", message: `The argument \`${next.argument}\` is now optional.` });
  }
  if (old.argument !== next.argument) {
    differences.push({
      kind: "body-renamed",
      message: `The argument \`${old.argument}\` is now called \`${next.argument}\`.`,
    });
  }
  const [before, after] = [old.content, next.content];
  if (before.contentType !== after.contentType) {
    const message = `\`${next.argument}\` is now sent as \`${after.contentType}\` (was \`${before.contentType}\`).`;
    differences.push({ kind: "content-type-changed", message });
  }
  return [...differences, ...compareArgument(`\`${next.argument}\``, before.schema, after.schema, sides)];
}

/** Compares the type of a value that callers pass. */
function compareArgument(name: string, old: Schema, next: Schema, sides: Sides): readonly MethodChange[] {
  const message = `${name} is now \`${typeText(next)}\` (was \`${typeText(old)}\`).`;
  if (!acceptsAll(old, next, sides)) return [{ kind: "argument-changed", message }];
  return providesAll(old, next, sides) ? [] : [{ kind: "argument-widened", message }];
}

function compareOptions(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const successors = new Map(
    old.optionParameters.map((option) => [option, successorOf(option, next.optionParameters)]),
  );
  const known = new Set(successors.values());
  const added = next.optionParameters.filter((option) => !known.has(option));
  return [
    ...[...successors].flatMap(([option, successor]) => compareOption(option, successor, sides)),
    ...added.map(({ argument, required }): MethodChange => {
      return required
        ? { kind: "required-option-added", message: `The option \`${argument}\` is new and required.` }
        : { kind: "option-added", message: `The option \`${argument}\` is new.` };
    }),
  ];
}

/** Finds the option with the same public name, or else the same name on the wire. */
function successorOf(option: OptionParameter, next: readonly OptionParameter[]): OptionParameter | undefined {
  return (
    next.find(({ argument }) => argument === option.argument) ??
    next.find((candidate) => candidate.name === option.name && candidate.in === option.in)
  );
}

function compareOption(old: OptionParameter, next: OptionParameter | undefined, sides: Sides): readonly MethodChange[] {
  const option = old.argument;
  const differences: MethodChange[] = [];
  const differs = (kind: ChangeKind, message: string): void => void differences.push({ kind, message });
  if (next === undefined) differs("option-removed", `The option \`${option}\` was removed.`);
  else {
    if (next.argument !== option)
      differs("option-renamed", `The option \`${option}\` is now called \`${next.argument}\`.`);
    if (next.required && !old.required) differs("option-required", `The option \`${option}\` is now required.`);
    if (old.required && !next.required) differs("option-optional", `The option \`${option}\` is now optional.`);
    if (next.in !== old.in || next.name !== old.name) {
      differs("option-moved", `The option \`${option}\` is now sent in the ${next.in} as \`${next.name}\`.`);
    }
    differences.push(...compareArgument(`The option \`${option}\``, old.schema, next.schema, sides));
  }
  return differences.map((difference) => ({ ...difference, option }));
}

/** Compares the result that callers read. */
function compareResults(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const [before, after] = [resultOf(old), resultOf(next)];
  const message = `It now returns \`${resultText(after, next)}\` (was \`${resultText(before, old)}\`).`;
  if (isStreaming(old) !== isStreaming(next)) return [{ kind: "result-changed", message }];
  if (before === undefined || after === undefined) {
    return before === after ? [] : [{ kind: "result-changed", message }];
  }
  if (!providesAll(before, after, sides)) return [{ kind: "result-changed", message }];
  return acceptsAll(before, after, sides) ? [] : [{ kind: "result-narrowed", message }];
}

/** Bodies of all successful responses as one schema, or `undefined` if no response has a body. */
function resultOf({ responses }: Operation): Schema | undefined {
  const schemas = responses.flatMap(({ content }) => (content === undefined ? [] : [content.schema]));
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length > 1 ? { kind: "union", members: distinct } : distinct[0];
}

function resultText(schema: Schema | undefined, operation: Operation): string {
  const text = schema === undefined ? "undefined" : typeText(schema);
  return isStreaming(operation) ? `Stream<${text}>` : text;
}

/** Returns true if the response is a stream. */
function isStreaming({ responses }: Operation): boolean {
  return responses.some(({ content }) => content !== undefined && isStreamed(content.media));
}

function compareRql({ rql: old }: Operation, { rql: next }: Operation): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "rql-added", message: "It now takes an RQL query as an argument." }];
  if (next === undefined) return [{ kind: "rql-removed", message: "It no longer takes an RQL query." }];
  const differences: MethodChange[] = [];
  if (old.resource !== next.resource) {
    const message = `Its query now filters \`${next.resource}\` (was \`${old.resource}\`).`;
    differences.push({ kind: "rql-resource-changed", message });
  }
  if (old.isTyped !== next.isTyped) {
    const says = next.isTyped ? "now determines" : "no longer determines";
    differences.push({ kind: "rql-typing-changed", message: `Its \`implementing\` ${says} the type of the items.` });
  }
  return differences;
}

function comparePaging({ pagination: old }: Operation, { pagination: next }: Operation): readonly MethodChange[] {
  if (old?.pageSize === next?.pageSize) return [];
  if (old === undefined) return [{ kind: "paging-added", message: "Its result is now a paged list." }];
  if (next === undefined) return [{ kind: "paging-removed", message: "Its result is no longer paged." }];
  return [{ kind: "page-size-changed", message: `The page size is now ${next.pageSize} (was ${old.pageSize}).` }];
}

/** Compares the items of a list. Callers do not care how the runtime requests the next page. */
function compareIteration({ paging: old }: Operation, { paging: next }: Operation): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "iteration-added", message: "Its result can now be iterated." }];
  if (next === undefined) return [{ kind: "iteration-removed", message: "Its result can no longer be iterated." }];
  const [before, after] = [old, next].map(({ items = [] }) => items.join("."));
  if (before === after) return [];
  return [{ kind: "iteration-changed", message: `Its items are now in \`${after}\` (were in \`${before}\`).` }];
}

const safeties: readonly Safety[] = ["unsafe", "idempotent", "safe"];

/** Safety of an operation in a client of its own. If the document does not state it, the HTTP method decides. */
function safetyOf({ safety, httpMethod }: Operation): Safety {
  return safety ?? safetyByMethod[httpMethod.toUpperCase()] ?? "unsafe";
}

/** Safety of HTTP methods (RFC 9110 section 9.2), as in the runtime. */
const safetyByMethod: Readonly<Record<string, Safety>> = {
  GET: "safe",
  HEAD: "safe",
  OPTIONS: "safe",
  QUERY: "safe",
  TRACE: "safe",
  PUT: "idempotent",
  DELETE: "idempotent",
};

function compareSafety(before: Operation, after: Operation): readonly MethodChange[] {
  const [old, next] = [safetyOf(before), safetyOf(after)];
  if (old === next) return [];
  const kind = safeties.indexOf(next) < safeties.indexOf(old) ? "safety-lowered" : "safety-raised";
  const consequence =
    next === "unsafe" ? "a call is sent once, and its outcome may be unknown" : "a failed call may be retried";
  return [{ kind, message: `It is now ${next} (was ${old}): ${consequence}.` }];
}

function comparePermissions(
  { permissions: old }: Operation,
  { permissions: next }: Operation,
): readonly MethodChange[] {
  const added = next.filter((permission) => !old.includes(permission));
  const removed = old.filter((permission) => !next.includes(permission));
  return [
    ...added.map((permission): MethodChange => {
      return { kind: "permission-added", message: `It now requires the permission ${quote(permission)}.` };
    }),
    ...removed.map((permission): MethodChange => {
      return { kind: "permission-removed", message: `It no longer requires the permission ${quote(permission)}.` };
    }),
  ];
}

function compareIdentity({ identity: old }: Operation, { identity: next }: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map((identity) => identity?.path.join("."));
  if (before === after && old?.root === next?.root) return [];
  if (after === undefined) {
    return [{ kind: "identity-removed", message: `A response without \`${before}\` is accepted again.` }];
  }
  return [{ kind: "identity-required", message: `A response without \`${after}\` is no longer accepted as a result.` }];
}

function compareReference({ reference: old }: Operation, { reference: next }: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map((path) => path?.join("."));
  if (before === after) return [];
  const message =
    after === undefined
      ? "It no longer sends the reference of the call."
      : `It now sends the reference of the call as \`${after}\`.`;
  return [{ kind: "reference-changed", message }];
}

function compareWire(old: Operation, next: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map(({ httpMethod, path }) => `${httpMethod} ${path}`);
  return before === after ? [] : [{ kind: "wire-changed", message: `It now calls \`${after}\` (was \`${before}\`).` }];
}
