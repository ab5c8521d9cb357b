import { quote } from "../json/index.js";
import type { Model } from "../model/index.js";
import type { Draft } from "./change.js";
import { pathOf } from "./schemas.js";

/** Compares the type ids that `implementing` accepts. */
export function compareTypeIds(old: Model, next: Model): readonly Draft[] {
  const [before, after] = [idsByType(old), idsByType(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((type) => [
    ...draftIdChanges("type-id-removed", type, without(before.get(type), after.get(type))),
    ...draftIdChanges("type-id-added", type, without(after.get(type), before.get(type))),
  ]);
}

function idsByType({ typeIds }: Model): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, types } of typeIds) {
    for (const type of types) {
      const others = ids.get(type);
      if (others === undefined) ids.set(type, [id]);
      else others.push(id);
    }
  }
  return ids;
}

function without(ids: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

function draftIdChanges(
  kind: "type-id-added" | "type-id-removed",
  type: string,
  ids: readonly string[],
): readonly Draft[] {
  if (ids.length === 0) return [];
  const named = ids.map(quote).join(", ");
  return [
    {
      where: type,
      kind,
      message:
        kind === "type-id-added"
          ? `\`implementing(…)\` now accepts ${named} for it.`
          : `\`implementing(…)\` no longer accepts ${named} for it.`,
      subject: { kind: "type", type },
      directions: new Set(["received"]),
      [kind === "type-id-added" ? "new" : "old"]: [...pathOf({ name: type }), "x-rql-type"],
    },
  ];
}
