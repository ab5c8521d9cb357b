import type { JsonPath } from "../json/index.js";
import type {
  ArraySchema,
  EnumSchema,
  NumberSchema,
  ObjectSchema,
  Property,
  PropertyPattern,
  Schema,
  StringSchema,
} from "../model/index.js";
import type { Draft } from "./change.js";
import { acceptsAll, mergeObjects, providesAll, type Sides } from "./compatibility.js";
import { compareDocs } from "./docs.js";
import type { ChangeKind, Direction } from "./rules.js";
import { typeText } from "./type-text.js";

/** Location and context of two schemas under comparison. */
export interface ComparisonContext {
  readonly sides: Sides;
  readonly directions: ReadonlySet<Direction>;
  /** Full name, such as `Account.address`. */
  readonly where: string;
  /** Type name, such as `Account`. */
  readonly type: string;
  /** Property path, such as `address`. */
  readonly path: readonly string[];
  /** Path in both documents. */
  readonly place: JsonPath;
}

/** Compares two schemas. Each change is reported for the smallest named part that contains it. */
export function compareTypes(old: Schema, next: Schema, setting: ComparisonContext): readonly Draft[] {
  const [before, after] = [withoutNull(old), withoutNull(next)];
  const nullChange = before.nullable === after.nullable ? [] : [draftNullChange(after.nullable, setting)];
  return [...nullChange, ...compareContent(before.schema, after.schema, setting)];
}

function draftNullChange(nullable: boolean, setting: ComparisonContext): Draft {
  return nullable
    ? draft("null-allowed", "It may now be `null`.", setting)
    : draft("null-refused", "It is no longer `null`.", setting);
}

/** Splits `string | null` into `string` and the fact that it is nullable. */
function withoutNull(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  if (schema.kind !== "union") return { schema, nullable: false };
  const others = schema.members.filter(({ kind }) => kind !== "null");
  const nullable = others.length < schema.members.length;
  if (!nullable || others.length === 0) return { schema, nullable: false };
  const [only] = others;
  return { schema: others.length === 1 && only !== undefined ? only : { ...schema, members: others }, nullable };
}

function compareContent(old: Schema, next: Schema, setting: ComparisonContext): readonly Draft[] {
  if (old.kind === "reference" && next.kind === "reference" && old.name === next.name) return [];
  if (old.kind === "array" && next.kind === "array") {
    return [...compareLimits(old, next, setting), ...compareTypes(old.items, next.items, setting)];
  }
  if (old.kind === "enum" && next.kind === "enum" && old.open === next.open) return compareEnums(old, next, setting);
  if (old.kind === "union" && next.kind === "union") {
    const members = compareMembers(old, next, setting);
    if (members !== undefined) return members;
  }
  const objects = findOwnObjects(old, next, setting.sides);
  if (objects !== undefined) return compareObjects(...objects, setting);
  return compareWhole(old, next, setting);
}

/**
 * Objects behind two schemas. If both extend the same named bases, the bases are left out: their changes are reported
 * at their own declarations.
 */
function findOwnObjects(old: Schema, next: Schema, sides: Sides): readonly [ObjectSchema, ObjectSchema] | undefined {
  if (old.kind === "reference" || next.kind === "reference") return undefined;
  const bases = basesOf(old) === basesOf(next);
  const before = mergeObjects(bases ? withoutBases(old) : old, sides.old);
  const after = mergeObjects(bases ? withoutBases(next) : next, sides.next);
  return before === undefined || after === undefined ? undefined : [before, after];
}

function basesOf(schema: Schema): string {
  if (schema.kind !== "intersection") return "";
  return schema.members
    .flatMap((member) => (member.kind === "reference" ? [member.name] : []))
    .sort()
    .join(" ");
}

function withoutBases(schema: Schema): Schema {
  if (schema.kind !== "intersection") return schema;
  return { ...schema, members: schema.members.filter(({ kind }) => kind !== "reference") };
}

function compareObjects(old: ObjectSchema, next: ObjectSchema, setting: ComparisonContext): readonly Draft[] {
  const successors = new Map(next.properties.map((property) => [property.name, property]));
  const known = new Set(old.properties.map(({ name }) => name));
  return [
    ...old.properties.flatMap((property) => {
      const successor = successors.get(property.name);
      const field = fieldOf(setting, property);
      if (successor === undefined) return [draft("field-removed", "The field was removed.", field, "old")];
      return compareFields(property, successor, field);
    }),
    ...next.properties
      .filter(({ name }) => !known.has(name))
      .map((property) => {
        return property.required
          ? draft("required-field-added", "The field is new and always present.", fieldOf(setting, property), "new")
          : draft("field-added", "The field is new.", fieldOf(setting, property), "new");
      }),
    ...comparePatterns(old.patterns, next.patterns, setting),
    ...compareFurtherFields(old, next, setting),
  ];
}

function fieldOf(setting: ComparisonContext, { name }: Property): ComparisonContext {
  return {
    ...setting,
    where: `${setting.where}.${name}`,
    path: [...setting.path, name],
    place: [...setting.place, "properties", name],
  };
}

function compareFields(old: Property, next: Property, field: ComparisonContext): readonly Draft[] {
  const presence =
    old.required === next.required
      ? []
      : [
          next.required
            ? draft("field-required", "The field is now required.", field)
            : draft("field-optional", "The field is now optional.", field),
        ];
  const words = compareDocs(old.docs, next.docs).map(({ kind, message }) => draft(kind, message, field));
  return [...presence, ...compareTypes(old.schema, next.schema, field), ...words];
}

function compareFurtherFields(old: ObjectSchema, next: ObjectSchema, setting: ComparisonContext): readonly Draft[] {
  if (old.additional !== undefined && next.additional !== undefined) {
    return compareTypes(old.additional, next.additional, { ...setting, where: `${setting.where}[…]` });
  }
  if (old.additional === next.additional) return [];
  return next.additional === undefined
    ? [draft("further-fields-refused", "Unlisted fields are no longer part of the type.", setting)]
    : [draft("further-fields-allowed", "Unlisted fields are now part of the type.", setting)];
}

function comparePatterns(
  old: readonly PropertyPattern[] = [],
  next: readonly PropertyPattern[] = [],
  setting: ComparisonContext,
): readonly Draft[] {
  const successors = new Map(next.map(({ pattern, schema }) => [pattern, schema]));
  const known = new Set(old.map(({ pattern }) => pattern));
  return [
    ...old.flatMap(({ pattern, schema }) => {
      const field = { ...setting, where: `${setting.where}[/${pattern}/]` };
      const successor = successors.get(pattern);
      if (successor !== undefined) return compareTypes(schema, successor, field);
      return [
        draft("further-fields-refused", "Fields whose names match this pattern are no longer part of the type.", field),
      ];
    }),
    ...next
      .filter(({ pattern }) => !known.has(pattern))
      .map(({ pattern }) => {
        const field = { ...setting, where: `${setting.where}[/${pattern}/]` };
        return draft(
          "further-fields-allowed",
          "Fields whose names match this pattern are now part of the type.",
          field,
        );
      }),
  ];
}

function compareEnums(old: EnumSchema, next: EnumSchema, setting: ComparisonContext): readonly Draft[] {
  const values = (kind: ChangeKind, changed: EnumSchema["values"], verb: string): readonly Draft[] =>
    changed.map((value) => {
      const text = JSON.stringify(value);
      const subject = { kind: "field", type: setting.type, path: setting.path, value: text } as const;
      return { ...draft(kind, `The value \`${text}\` ${verb}.`, setting), subject };
    });
  const removed = old.values.filter((value) => !next.values.includes(value));
  const added = next.values.filter((value) => !old.values.includes(value));
  return [
    ...values(old.open ? "enum-value-removed" : "closed-value-removed", removed, "was removed"),
    ...values(old.open ? "enum-value-added" : "closed-value-added", added, "is new"),
  ];
}

/** Compares the members of two unions with the same discriminator. Returns `undefined` if the discriminators differ. */
function compareMembers(
  old: Extract<Schema, { readonly kind: "union" }>,
  next: Extract<Schema, { readonly kind: "union" }>,
  setting: ComparisonContext,
): readonly Draft[] | undefined {
  if (old.discriminator === undefined || old.discriminator.property !== next.discriminator?.property) return undefined;
  const [before, after] = [old.members.map(typeText), next.members.map(typeText)];
  const removed = before.filter((member) => !after.includes(member));
  const added = after.filter((member) => !before.includes(member));
  return [
    ...removed.map((member) => draft("member-removed", `\`${member}\` is no longer a member.`, setting)),
    ...added.map((member) => draft("member-added", `\`${member}\` is a new member.`, setting)),
  ];
}

/** Compares schemas that have no parts in common, by checking which of them accepts all values of the other. */
function compareWhole(old: Schema, next: Schema, setting: ComparisonContext): readonly Draft[] {
  const widens = acceptsAll(old, next, setting.sides);
  const narrows = providesAll(old, next, setting.sides);
  if (widens && narrows) return compareLimits(old, next, setting);
  const kind = widens ? "type-widened" : narrows ? "type-narrowed" : "type-changed";
  return [draft(kind, `It is now \`${typeText(next)}\` (was \`${typeText(old)}\`).`, setting)];
}

const lowest = ["minLength", "minimum", "exclusiveMinimum", "minItems"] as const;
const highest = ["maxLength", "maximum", "exclusiveMaximum", "maxItems"] as const;

/** Keywords that restrict values without changing their type. */
type Limits = Partial<Record<(typeof lowest)[number] | (typeof highest)[number] | "multipleOf", number>> & {
  readonly pattern?: string;
  readonly integer?: boolean;
};

function compareLimits(old: Schema, next: Schema, setting: ComparisonContext): readonly Draft[] {
  const [before, after] = [limitsOf(old), limitsOf(next)];
  const tightened = [
    ...lowest.filter((limit) => (after[limit] ?? -Infinity) > (before[limit] ?? -Infinity)),
    ...highest.filter((limit) => (after[limit] ?? Infinity) < (before[limit] ?? Infinity)),
    ...(["pattern", "multipleOf"] as const).filter(
      (limit) => after[limit] !== undefined && after[limit] !== before[limit],
    ),
    ...(after.integer === true && before.integer === false ? (["integer"] as const) : []),
  ];
  if (tightened.length > 0) {
    return [
      draft("limit-tightened", `It now has a tighter limit: ${tightened.map(formatLimit(after)).join(", ")}.`, setting),
    ];
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [draft("limit-loosened", "Its limits are now looser.", setting)];
}

function limitsOf(schema: Schema): Limits {
  return hasLimits(schema) ? schema : {};
}

function hasLimits(schema: Schema): schema is StringSchema | NumberSchema | ArraySchema {
  return schema.kind === "string" || schema.kind === "number" || schema.kind === "array";
}

function formatLimit(limits: Limits): (limit: keyof Limits) => string {
  return (limit) => `\`${limit}: ${limits[limit]}\``;
}

function draft(kind: ChangeKind, message: string, setting: ComparisonContext, side?: "old" | "new"): Draft {
  const { where, type, path, place, directions } = setting;
  return {
    where,
    kind,
    message,
    subject: path.length === 0 ? { kind: "type", type } : { kind: "field", type, path },
    directions,
    ...(side === "new" ? {} : { old: place }),
    ...(side === "old" ? {} : { new: place }),
  };
}
