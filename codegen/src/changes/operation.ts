import { type JsonPath, quote } from "../json/index.js";
import type { Operation, OptionParameter, Safety, Schema, Subject } from "../model/index.js";
import { isStreamed, placeOfMethod } from "../openapi/index.js";
import type { Draft, MethodChange } from "./change.js";
import { givesAll, type Sides, takesAll } from "./compatibility.js";
import { compareDocs } from "./docs.js";
import { compareErrors, compareHeaders } from "./responses.js";
import type { ChangeKind } from "./rules.js";
import { typeText } from "./type-text.js";

type Comparison = (old: Operation, next: Operation, sides: Sides) => readonly MethodChange[];

/** In the order in which a caller meets them. */
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

/** Changes of one method. */
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
        return { kind: "path-parameter-added", message: `It takes \`${argument}\` as an argument now.` };
      }),
      ...removed.map(({ argument }): MethodChange => {
        return { kind: "path-parameter-removed", message: `It does not take \`${argument}\` any more.` };
      }),
    ];
  }
  const names = (parameters: typeof before): readonly string[] => parameters.map(({ name }) => name);
  if (
    names(before).join() !== names(after).join() &&
    [...names(before)].sort().join() === [...names(after)].sort().join()
  ) {
    const order = after.map(({ argument }) => argument).join(", ");
    return [{ kind: "path-parameters-reordered", message: `Its arguments change places: \`${order}\`.` }];
  }
  return before.flatMap((parameter, index) => {
    const successor = after[index] ?? parameter;
    const renamed: readonly MethodChange[] =
      parameter.argument === successor.argument
        ? []
        : [
            {
              kind: "path-parameter-renamed",
              message: `\`${parameter.argument}\` is called \`${successor.argument}\`.`,
            },
          ];
    return [...renamed, ...compareArgument(`\`${successor.argument}\``, parameter.schema, successor.schema, sides)];
  });
}

function compareBodies({ body: old }: Operation, { body: next }: Operation, sides: Sides): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "body-added", message: `It takes \`${next?.argument}\` as an argument now.` }];
  if (next === undefined) return [{ kind: "body-removed", message: `It does not take \`${old.argument}\` any more.` }];
  const differences: MethodChange[] = [];
  if (next.required && !old.required) {
    differences.push({ kind: "body-required", message: `\`${next.argument}\` must be given now.` });
  }
  if (old.required && !next.required) {
    differences.push({ kind: "body-optional", message: `\`${next.argument}\` may be left out now.` });
  }
  if (old.argument !== next.argument) {
    differences.push({ kind: "body-renamed", message: `\`${old.argument}\` is called \`${next.argument}\`.` });
  }
  const [before, after] = [old.content, next.content];
  if (before.contentType !== after.contentType) {
    const message = `\`${next.argument}\` is sent as \`${after.contentType}\`, was \`${before.contentType}\`.`;
    differences.push({ kind: "content-type-changed", message });
  }
  return [...differences, ...compareArgument(`\`${next.argument}\``, before.schema, after.schema, sides)];
}

/** Changes of a value that callers write. */
function compareArgument(name: string, old: Schema, next: Schema, sides: Sides): readonly MethodChange[] {
  const message = `${name} is \`${typeText(next)}\` now, was \`${typeText(old)}\`.`;
  if (!takesAll(old, next, sides)) return [{ kind: "argument-changed", message }];
  return givesAll(old, next, sides) ? [] : [{ kind: "argument-widened", message }];
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
        ? { kind: "required-option-added", message: `The option \`${argument}\` is new, and must be given.` }
        : { kind: "option-added", message: `The option \`${argument}\` is new.` };
    }),
  ];
}

/** Option with the same name for callers, else with the same name on the wire. */
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
  if (next === undefined) differs("option-removed", `The option \`${option}\` is gone.`);
  else {
    if (next.argument !== option)
      differs("option-renamed", `The option \`${option}\` is called \`${next.argument}\` now.`);
    if (next.required && !old.required) differs("option-required", `The option \`${option}\` must be given now.`);
    if (old.required && !next.required) differs("option-optional", `The option \`${option}\` may be left out now.`);
    if (next.in !== old.in || next.name !== old.name) {
      differs("option-moved", `The option \`${option}\` goes into the ${next.in} as \`${next.name}\`.`);
    }
    differences.push(...compareArgument(`The option \`${option}\``, old.schema, next.schema, sides));
  }
  return differences.map((difference) => ({ ...difference, option }));
}

/** Changes of the result, which callers read. */
function compareResults(old: Operation, next: Operation, sides: Sides): readonly MethodChange[] {
  const [before, after] = [resultOf(old), resultOf(next)];
  const message = `It answers \`${resultText(after, next)}\` now, was \`${resultText(before, old)}\`.`;
  if (isStreaming(old) !== isStreaming(next)) return [{ kind: "result-changed", message }];
  if (before === undefined || after === undefined) {
    return before === after ? [] : [{ kind: "result-changed", message }];
  }
  if (!givesAll(before, after, sides)) return [{ kind: "result-changed", message }];
  return takesAll(before, after, sides) ? [] : [{ kind: "result-narrowed", message }];
}

/** Bodies of all successful responses as one schema; `undefined` if there is none. */
function resultOf({ responses }: Operation): Schema | undefined {
  const schemas = responses.flatMap(({ content }) => (content === undefined ? [] : [content.schema]));
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length > 1 ? { kind: "union", members: distinct } : distinct[0];
}

function resultText(schema: Schema | undefined, operation: Operation): string {
  const text = schema === undefined ? "undefined" : typeText(schema);
  return isStreaming(operation) ? `Stream<${text}>` : text;
}

/** Whether the response is a stream. */
function isStreaming({ responses }: Operation): boolean {
  return responses.some(({ content }) => content !== undefined && isStreamed(content.media));
}

function compareRql({ rql: old }: Operation, { rql: next }: Operation): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "rql-added", message: "It takes an RQL query as an argument now." }];
  if (next === undefined) return [{ kind: "rql-removed", message: "It does not take an RQL query any more." }];
  const differences: MethodChange[] = [];
  if (old.resource !== next.resource) {
    const message = `Its query is about \`${next.resource}\` now, was about \`${old.resource}\`.`;
    differences.push({ kind: "rql-resource-changed", message });
  }
  if (old.isTyped !== next.isTyped) {
    const says = next.isTyped ? "says now" : "does not say any more";
    differences.push({ kind: "rql-typing-changed", message: `Its \`implementing\` ${says} what the items are.` });
  }
  return differences;
}

function comparePaging({ pagination: old }: Operation, { pagination: next }: Operation): readonly MethodChange[] {
  if (old?.pageSize === next?.pageSize) return [];
  if (old === undefined) return [{ kind: "paging-added", message: "Its result is a list in pages now." }];
  if (next === undefined) return [{ kind: "paging-removed", message: "Its result does not come in pages any more." }];
  return [{ kind: "page-size-changed", message: `A page has ${next.pageSize} items, had ${old.pageSize}.` }];
}

/** Changes of the items of a list. How the run-time asks for the next page does not concern callers. */
function compareIteration({ paging: old }: Operation, { paging: next }: Operation): readonly MethodChange[] {
  if (old === undefined && next === undefined) return [];
  if (old === undefined) return [{ kind: "iteration-added", message: "It can be iterated over now, page by page." }];
  if (next === undefined) return [{ kind: "iteration-removed", message: "It cannot be iterated over any more." }];
  const [before, after] = [old, next].map(({ items = [] }) => items.join("."));
  if (before === after) return [];
  return [{ kind: "iteration-changed", message: `Its items stand in \`${after}\` now, were in \`${before}\`.` }];
}

const safeties: readonly Safety[] = ["unsafe", "idempotent", "safe"];

function compareSafety({ safety: old }: Operation, { safety: next }: Operation): readonly MethodChange[] {
  if (old === next) return [];
  const kind = safeties.indexOf(next) < safeties.indexOf(old) ? "safety-lowered" : "safety-raised";
  const consequence = next === "unsafe" ? "it is sent once, and its outcome may be unknown" : "it may be repeated";
  return [{ kind, message: `It is ${next} now, was ${old}: ${consequence}.` }];
}

function comparePermissions(
  { permissions: old }: Operation,
  { permissions: next }: Operation,
): readonly MethodChange[] {
  const added = next.filter((permission) => !old.includes(permission));
  const removed = old.filter((permission) => !next.includes(permission));
  return [
    ...added.map((permission): MethodChange => {
      return { kind: "permission-added", message: `It needs the right ${quote(permission)} now.` };
    }),
    ...removed.map((permission): MethodChange => {
      return { kind: "permission-removed", message: `It does not need the right ${quote(permission)} any more.` };
    }),
  ];
}

function compareIdentity({ identity: old }: Operation, { identity: next }: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map((identity) => identity?.path.join("."));
  if (before === after && old?.root === next?.root) return [];
  if (after === undefined) {
    return [{ kind: "identity-removed", message: `A result without \`${before}\` counts as a result again.` }];
  }
  return [{ kind: "identity-required", message: `Only a result with \`${after}\` counts as one.` }];
}

function compareReference({ reference: old }: Operation, { reference: next }: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map((path) => path?.join("."));
  if (before === after) return [];
  const message =
    after === undefined ? "It sends no reference any more." : `It sends the reference of the call as \`${after}\`.`;
  return [{ kind: "reference-changed", message }];
}

function compareWire(old: Operation, next: Operation): readonly MethodChange[] {
  const [before, after] = [old, next].map(({ httpMethod, path }) => `${httpMethod} ${path}`);
  return before === after ? [] : [{ kind: "wire-changed", message: `It calls \`${after}\` now, was \`${before}\`.` }];
}
