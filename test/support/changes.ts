import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";

/** Up to a dozen of some changes in their order, each kind as often as the others, however many places it has. */
export function someOf<Change extends { readonly kind: string }>(
  changes: readonly Change[],
): fc.Arbitrary<readonly Change[]> {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const ofKind = kinds.map((kind) => fc.constantFrom(...changes.filter((change) => change.kind === kind)));
  return fc
    .array(fc.oneof(...ofKind), { minLength: 1, maxLength: 12 })
    .map((chosen) => changes.filter((change) => chosen.includes(change)));
}

/** A value after changes one by one, and the kinds of those that changed something: some find their place gone. */
export function appliedInTurn<Change extends { readonly kind: string }>(
  value: unknown,
  changes: readonly Change[],
  apply: (value: unknown, changes: readonly Change[]) => unknown,
): { readonly value: unknown; readonly kinds: ReadonlySet<Change["kind"]> } {
  const kinds = new Set<Change["kind"]>();
  let current = value;
  for (const change of changes) {
    const next = apply(current, [change]);
    if (!isDeepStrictEqual(next, current)) kinds.add(change.kind);
    current = next;
  }
  return { value: current, kinds };
}
