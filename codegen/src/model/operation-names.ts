import { camelCase, descriptorName, type Operation, type PathItem, typeName } from "../openapi/index.js";
import { byText, numbered } from "./names.js";

/** Location of an operation in the document. */
export interface OperationPlace {
  readonly path: string;
  readonly item: PathItem;
  readonly method: string;
}

/** Operation with its names in the client. */
export interface NamedOperation extends Operation {
  /** Name of its descriptor. */
  readonly operationId: string;
  readonly "x-sdk-name": string;
  readonly responses: NonNullable<Operation["responses"]>;
}

export interface LocatedOperation {
  readonly place: OperationPlace;
  readonly operation: Operation;
}

/** Constraints on operation names. */
export interface NamingOptions {
  /** Returns true if generated code already uses a descriptor's name, or a name derived from it. */
  readonly isReserved: (descriptor: string) => boolean;
  /** Returns the group of an operation that does not specify one. */
  readonly groupOf: (operation: Operation) => string;
}

/**
 * Names all operations. The names do not depend on the order of the document:
 *
 * - An operation without an `operationId`, or with one that several operations share, is named after its method and
 *   path: `GET /orders/{id}` is `getOrdersById`. If that name is taken, it gets a number, in the order of method and
 *   path.
 * - If a name is taken by generated code or is a reserved word, its descriptor gets the suffix `Operation`. The
 *   method keeps the short name if a class can have it: `files.delete`, with `deleteOperation` in `operations.ts`.
 */
export function nameOperations(
  placed: readonly LocatedOperation[],
  { isReserved, groupOf }: NamingOptions,
): readonly { readonly place: OperationPlace; readonly operation: NamedOperation }[] {
  const methods = methodNames(placed);
  const used = new Set([...methods.values()]);
  const viewIds = placed.flatMap(({ operation }) => (operation["x-views"] ?? []).map((view) => view.operationId));
  for (const id of viewIds) used.add(descriptorName(id));
  const givenNames = new Set(placed.flatMap(({ operation }) => givenNamesOf(operation)));
  return placed.map(({ place, operation }) => {
    const method = methods.get(keyOf(place)) ?? "";
    const id = isReserved(method)
      ? numbered(`${method}Operation`, (name) => used.has(name) || isReserved(name))
      : method;
    const isFree = (name: string) => !givenNames.has(`${groupOf(operation)}.${name}`.toLowerCase());
    const publicMethod =
      method !== "core" && isFree(method) ? method : numbered(`${method}Operation`, (name) => !isFree(name));
    return {
      place,
      operation: {
        ...operation,
        operationId: id,
        "x-sdk-name": operation["x-sdk-name"] ?? `${groupOf(operation)}.${publicMethod}`,
        responses: operation.responses ?? {},
      },
    };
  });
}

/** Preliminary names of operations, by {@link keyOf}. */
function methodNames(placed: readonly LocatedOperation[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { operation } of placed) {
    const name = descriptorName(operation.operationId ?? "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const unnamed: LocatedOperation[] = [];
  for (const each of placed) {
    const name = descriptorName(each.operation.operationId ?? "");
    if (name !== "" && counts.get(name) === 1) names.set(keyOf(each.place), name);
    else unnamed.push(each);
  }
  const used = new Set(names.values());
  for (const { place } of unnamed.sort((a, b) => byText(keyOf(a.place), keyOf(b.place)))) {
    const name = numbered(inferName(place), (candidate) => used.has(candidate));
    used.add(name);
    names.set(keyOf(place), name);
  }
  return names;
}

function keyOf({ path, method }: OperationPlace): string {
  return `${method.toLowerCase()} ${path}`;
}

/** Derives a name from method and path: `getOrdersById` for `GET /orders/{id}`, `getRoot` for `GET /`. */
function inferName({ path, method }: OperationPlace): string {
  const words = typeName(path.replace(/\{/g, " by "));
  return `${camelCase(typeName(method.toLowerCase()))}${words === "" ? "Root" : words.replace(/^_/, "")}`;
}

function givenNamesOf(operation: Operation): readonly string[] {
  const views = (operation["x-views"] ?? []).map((view) => view["x-sdk-name"]);
  const own = operation["x-sdk-name"];
  return [...(own === undefined ? [] : [own]), ...views].map((name) => name.toLowerCase());
}
