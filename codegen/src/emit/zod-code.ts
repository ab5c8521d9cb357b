import {
  array,
  arrow,
  type Code,
  call,
  code,
  identifier,
  literal,
  name,
  object,
  propertyName,
  pure,
  type SourceText,
} from "../code/index.js";
import { holdsDates, type Property, type Schema } from "../model/index.js";
import { type Builder, builders } from "./builders.js";
import {
  buildersDeclaration,
  globalDeclaration,
  runtimeDeclaration,
  type Specifiers,
  schemaDeclaration,
} from "./declarations.js";

/**
 * Zod schema of a schema, in the functional form that `zod/mini` and `zod` share.
 *
 * It validates what programs rely on and tolerates the rest: objects keep unlisted fields, open enums accept any value,
 * and discriminated unions accept unknown members.
 */
function zodCode<K extends Schema["kind"]>(schema: Extract<Schema, { kind: K }>, specifiers: Specifiers): Code {
  const emit: (schema: Extract<Schema, { kind: K }>, specifiers: Specifiers) => Code = zodByKind[schema.kind as K];
  return emit(schema, specifiers);
}

/** Schema as a separate value. */
export function schemaCode(schema: Schema, specifiers: Specifiers): Code {
  if (schema.kind !== "reference") return deferredCode(schema, specifiers);
  const inPlace = specifiers.inPlace.get(schema.name);
  return inPlace === undefined ? name(schemaDeclaration(schema.name)) : deferredCode(inPlace, specifiers);
}

/** Schema that builds its parts on first use, so that declaration order and circular references do not matter. */
export function deferredCode(schema: Schema, specifiers: Specifiers): Code {
  const builder = holdsDates(schema, specifiers.dated) ? "schemaWithDates" : "schema";
  return pure(call(name(runtimeDeclaration(builder, "value", specifiers)), arrow(zodCode(schema, specifiers))));
}

/** One line per schema kind. A kind added to the model does not compile until it has an entry here. */
const zodByKind: { readonly [K in Schema["kind"]]: (schema: Extract<Schema, { kind: K }>, to: Specifiers) => Code } = {
  unknown: () => z("unknown"),
  never: () => z("never"),
  null: () => z("null"),
  boolean: () => z("boolean"),
  binary: (_, to) => call(name(runtimeDeclaration("file", "value", to))),
  dateTime: (_, to) => call(name(runtimeDeclaration("dateTime", "value", to))),
  string: ({ minLength, maxLength, pattern }, to) =>
    addChecks(z("string"), [
      ["minLength", minLength],
      ["maxLength", maxLength],
      ["regex", pattern === undefined ? undefined : regExpCode(pattern, to)],
    ]),
  number: ({ integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }) =>
    addChecks(z(integer ? "int" : "number"), [
      ["gte", minimum],
      ["lte", maximum],
      ["gt", exclusiveMinimum],
      ["lt", exclusiveMaximum],
      ["multipleOf", multipleOf],
    ]),
  enum: ({ values, open }) => {
    if (!open) return z("literal", values.length === 1 ? literal(values[0] ?? null) : array(values.map(literal)));
    return unionOf(
      [...new Set(values.filter((value) => value !== null).map(builderOf))].map((builder) => z(builder)),
      values.includes(null),
    );
  },
  array: ({ items, minItems, maxItems }, to) =>
    addChecks(z("array", zodCode(items, to)), [
      ["minLength", minItems],
      ["maxLength", maxItems],
    ]),
  tuple: ({ prefix, rest, minItems = 0, maxItems }, to) => {
    const items = array(prefix.map((item) => zodCode(item, to)));
    const isOpen = rest.kind === "never" || rest.kind === "unknown";
    const tuple = name(runtimeDeclaration("tuple", "value", to));
    return addChecks(isOpen ? call(tuple, items) : call(tuple, items, zodCode(rest, to)), [
      ["minLength", minItems === 0 ? undefined : minItems],
      ["maxLength", rest.kind === "never" ? prefix.length : maxItems],
    ]);
  },
  object: ({ properties, patterns, additional }, to) => {
    const shape = object(
      properties.map((property) => shapeEntry(property, to)),
      { broken: true },
    );
    const isOpen = additional === undefined || additional.kind === "unknown";
    if (patterns !== undefined) {
      const list = array(
        patterns.map(({ pattern, schema }) => array([regExpCode(pattern, to), zodCode(schema, to)])),
        { broken: true },
      );
      const patterned = name(runtimeDeclaration("patternedObject", "value", to));
      return isOpen ? call(patterned, shape, list) : call(patterned, shape, list, zodCode(additional, to));
    }
    if (isOpen) return z("looseObject", shape);
    if (properties.length === 0) return z("record", z("string"), zodCode(additional, to));
    const extensible = name(runtimeDeclaration("extensibleObject", "value", to));
    return call(extensible, shape, zodCode(additional, to));
  },
  union: ({ members, discriminator }, to) => {
    if (discriminator === undefined) {
      const others = members.filter(({ kind }) => kind !== "null");
      return unionOf(
        others.map((member) => zodCode(member, to)),
        others.length < members.length,
      );
    }
    const mapping = discriminator.mapping.map(([value, member]) => [propertyName(value), zodCode(member, to)] as const);
    const union = name(runtimeDeclaration("discriminatedUnion", "value", to));
    return call(union, literal(discriminator.property), object(mapping, { broken: true }));
  },
  intersection: ({ members }, to) => {
    const codes = members.map((member) => zodCode(member, to));
    // zod merges the parsed values of the members. It fails if one member returns a `Date` where another leaves the
    // text.
    const isDated = members.some((member) => holdsDates(member, to.dated));
    if (isDated) return call(name(runtimeDeclaration("intersectionWithDates", "value", to)), array(codes));
    return codes.reduce((left, right) => z("intersection", left, right));
  },
  reference: (schema, specifiers) => {
    const inPlace = specifiers.inPlace.get(schema.name);
    return inPlace === undefined ? name(schemaDeclaration(schema.name)) : zodCode(inPlace, specifiers);
  },
};

function z(builder: Builder, ...args: readonly Code[]): Code {
  return args.length === 0 ? plainCalls[builder] : call(builderCodes[builder], ...args);
}

/** Code of `z.string` and `z.string()`. Created once, because a document uses them a hundred thousand times. */
const builderCodes = codeOfBuilders((builder) => code`${name(buildersDeclaration)}.${identifier(builder)}`);
const plainCalls = codeOfBuilders((builder) => call(builderCodes[builder]));

function codeOfBuilders(codeOf: (builder: Builder) => Code): Readonly<Record<Builder, Code>> {
  return Object.fromEntries(builders.map((builder) => [builder, codeOf(builder)])) as Record<Builder, Code>;
}

type Limit = readonly [builder: Builder, limit: Code | number | undefined];

/** Adds checks for the limits that are set: `z.string().check(z.minLength(1))`. */
function addChecks(base: Code, limits: readonly Limit[]): Code {
  const checks = limits.flatMap(([builder, limit]) =>
    limit === undefined ? [] : [z(builder, typeof limit === "number" ? literal(limit) : limit)],
  );
  return checks.length === 0 ? base : call(code`${base}.check`, ...checks);
}

function regExpCode(pattern: string, to: Specifiers): Code {
  return code`new ${name(globalDeclaration("RegExp", to))}(${literal(pattern)}, "u")`;
}

function builderOf(value: string | number | boolean): Builder {
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean";
}

/** Union of members. `null` is separate, so that an invalid value gets the error message of its own type. */
function unionOf(members: readonly Code[], orNull: boolean): Code {
  const [only, ...more] = members;
  if (only === undefined) return z("null");
  const member = more.length === 0 ? only : z("union", array(members));
  return orNull ? z("nullable", member) : member;
}

function shapeEntry({ name, required, schema }: Property, to: Specifiers): readonly [key: SourceText, value: Code] {
  const value = zodCode(schema, to);
  return [propertyName(name), required ? value : z("optional", value)];
}
