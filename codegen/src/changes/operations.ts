import type { Model, Operation } from "../model/index.js";
import type { Draft } from "./change.js";
import { createLookup } from "./compatibility.js";
import { compareOperation, placeOf } from "./operation.js";

/** Compares the methods of two clients. */
export function compareOperations(old: Model, next: Model): readonly Draft[] {
  const before = operationsOf(old);
  const after = operationsOf(next);
  const successors = findSuccessors(before, after);
  const known = new Set(successors.values());
  const sides = { old: createLookup(old), next: createLookup(next) };
  return [
    ...before.flatMap((operation) => {
      const successor = successors.get(operation);
      if (successor === undefined) return [draft(operation, "method-removed", "The method was removed.", "old")];
      return [...compareNames(operation, successor), ...compareOperation(operation, successor, sides)];
    }),
    ...after
      .filter((operation) => !known.has(operation))
      .map((operation) => draft(operation, "method-added", "The method is new.", "new")),
  ];
}

function operationsOf({ groups }: Model): readonly Operation[] {
  return groups.flatMap(({ operations }) => operations);
}

/**
 * Maps each old operation to its new version. Callers know an operation by its public name. If that name is gone, match
 * by `operationId`, then by method and path, as long as the match is unique.
 */
function findSuccessors(old: readonly Operation[], next: readonly Operation[]): ReadonlyMap<Operation, Operation> {
  const successors = new Map<Operation, Operation>();
  for (const keyOf of [
    publicName,
    ({ id }: Operation) => id,
    ({ httpMethod, path }: Operation) => `${httpMethod} ${path}`,
  ]) {
    const taken = new Set(successors.values());
    const before = indexUnique(
      old.filter((operation) => !successors.has(operation)),
      keyOf,
    );
    const after = indexUnique(
      next.filter((operation) => !taken.has(operation)),
      keyOf,
    );
    for (const [key, operation] of before) {
      const successor = after.get(key);
      if (successor !== undefined) successors.set(operation, successor);
    }
  }
  return successors;
}

function indexUnique(
  operations: readonly Operation[],
  keyOf: (operation: Operation) => string,
): ReadonlyMap<string, Operation> {
  const byKey = new Map<string, Operation>();
  const ambiguous = new Set<string>();
  for (const operation of operations) {
    const key = keyOf(operation);
    if (byKey.has(key)) ambiguous.add(key);
    byKey.set(key, operation);
  }
  for (const key of ambiguous) byKey.delete(key);
  return byKey;
}

function publicName({ group, method }: Operation): string {
  return `${group}.${method}`;
}

function compareNames(old: Operation, next: Operation): readonly Draft[] {
  if (publicName(old) === publicName(next)) return [];
  const kind = old.group === next.group ? "method-renamed" : "method-moved";
  return [{ ...draft(old, kind, `Call \`${publicName(next)}\` instead.`, "old"), new: placeOf(next) }];
}

function draft(operation: Operation, kind: Draft["kind"], message: string, side: "old" | "new"): Draft {
  const { group, method } = operation;
  return {
    where: publicName(operation),
    kind,
    message,
    subject: { kind: "method", group, method },
    directions: new Set(),
    [side]: placeOf(operation),
  };
}
