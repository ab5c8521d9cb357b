import type { JsonPath } from "../json/index.js";
import type { Model, NamedSchema } from "../model/index.js";
import type { Draft } from "./change.js";
import { createLookup } from "./compatibility.js";
import { compareDocs } from "./docs.js";
import type { Reach } from "./reach.js";
import { type ComparisonContext, compareTypes } from "./types.js";

/** Compares the types that the client exports. */
export function compareSchemas(old: Model, next: Model, reach: Reach): readonly Draft[] {
  const sides = { old: createLookup(old), next: createLookup(next) };
  const renamed = findRenamings(old.schemas, next.schemas);
  const successors = new Map(next.schemas.map((schema) => [schema.name, schema]));
  const known = new Set([...old.schemas.map(({ name }) => name), ...renamed.values()]);
  const compared = old.schemas.flatMap((schema) => {
    const successor = successors.get(schema.name);
    if (successor === undefined) return [draftLostType(schema, renamed.get(schema.name), reach)];
    return compareNamed(schema, successor, { sides, directions: reach(schema.name) });
  });
  return [...compared, ...next.schemas.filter(({ name }) => !known.has(name)).map(draftAddedType)];
}

/** Maps each removed type to the only added type with the same content. */
function findRenamings(old: readonly NamedSchema[], next: readonly NamedSchema[]): ReadonlyMap<string, string> {
  const oldNames = new Set(old.map(({ name }) => name));
  const newNames = new Set(next.map(({ name }) => name));
  const added = next
    .filter(({ name }) => !oldNames.has(name))
    .map(({ name, schema }) => [JSON.stringify(schema), name] as const);
  const renamed = old
    .filter(({ name }) => !newNames.has(name))
    .flatMap(({ name, schema }) => {
      const text = JSON.stringify(schema);
      const same = added.filter(([candidate]) => candidate === text).map(([, successor]) => successor);
      return same.length === 1 ? same.map((successor) => [name, successor] as const) : [];
    });
  return new Map(renamed);
}

function draftLostType(schema: NamedSchema, successor: string | undefined, reach: Reach): Draft {
  const { name } = schema;
  return {
    where: name,
    subject: { kind: "type", type: name },
    directions: reach(name),
    old: pathOf(schema),
    ...(successor === undefined
      ? { kind: "type-removed", message: "The type was removed." }
      : {
          kind: "type-renamed",
          message: `The type is now called \`${successor}\`.`,
          new: pathOf({ name: successor }),
        }),
  };
}

function draftAddedType(schema: NamedSchema): Draft {
  const { name } = schema;
  const subject = { kind: "type", type: name } as const;
  return {
    where: name,
    kind: "type-added",
    message: "The type is new.",
    subject,
    directions: new Set(),
    new: pathOf(schema),
  };
}

function compareNamed(
  old: NamedSchema,
  next: NamedSchema,
  { sides, directions }: Pick<ComparisonContext, "sides" | "directions">,
): readonly Draft[] {
  const setting: ComparisonContext = {
    sides,
    directions,
    where: old.name,
    type: old.name,
    path: [],
    place: pathOf(old),
  };
  const subject = { kind: "type", type: old.name } as const;
  const words = compareDocs(old.docs, next.docs).map((word) => ({
    ...word,
    where: old.name,
    subject,
    directions,
    old: setting.place,
    new: setting.place,
  }));
  return [...words, ...compareTypes(old.schema, next.schema, setting)];
}

/**
 * Path of a named schema. Components use their type name here; `difference.ts` replaces it with the key in the
 * document.
 */
export function pathOf({
  name,
  place = ["components", "schemas", name],
}: Pick<NamedSchema, "name" | "place">): JsonPath {
  return place;
}
