import { array, arrow, type Code, call, name, object, sequence } from "../code/code.js";
import { literal, propertyName } from "../code/literal.js";
import type { Property, Schema } from "../model/index.js";
import { runtimeDeclaration, type Specifiers, schemaDeclaration, zodDeclaration } from "./declarations.js";

/**
 * The zod schema of a schema, in the functional form that `zod/mini` and `zod` share.
 *
 * It checks what a program relies on and lets the rest pass: objects keep fields that the document does not list, an
 * open enum takes any value, a union with a discriminator takes a kind that it does not know.
 */
export function zodCode<K extends Schema["kind"]>(schema: Extract<Schema, { kind: K }>, specifiers: Specifiers): Code {
  const emit: (schema: Extract<Schema, { kind: K }>, specifiers: Specifiers) => Code = zodByKind[schema.kind as K];
  return emit(schema, specifiers);
}

/** A schema as a value of its own. */
export function schemaCode(schema: Schema, specifiers: Specifiers): Code {
  return schema.kind === "reference" ? name(schemaDeclaration(schema.name)) : deferredCode(schema, specifiers);
}

/** A schema whose parts are put off until it is used, so that any order and any circle works. */
export function deferredCode(schema: Schema, specifiers: Specifiers): Code {
  return call(name(runtimeDeclaration("schema", "value", specifiers)), arrow(zodCode(schema, specifiers)));
}

/** One line per kind: a kind added to the model does not compile until it has its line here. */
const zodByKind: { readonly [K in Schema["kind"]]: (schema: Extract<Schema, { kind: K }>, to: Specifiers) => Code } = {
  unknown: (_, to) => z(to, "unknown"),
  never: (_, to) => z(to, "never"),
  null: (_, to) => z(to, "null"),
  boolean: (_, to) => z(to, "boolean"),
  binary: (_, to) => z(to, "instanceof", "Blob"),
  string: ({ minLength, maxLength, pattern }, to) =>
    checked(z(to, "string"), to, {
      minLength,
      maxLength,
      // The type of a schema that is called `RegExp` is imported under that name.
      regex:
        pattern === undefined
          ? undefined
          : `new ${to.exported.has("RegExp") ? "globalThis." : ""}RegExp(${literal(pattern)}, "u")`,
    }),
  number: ({ integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }, to) =>
    checked(z(to, integer ? "int" : "number"), to, {
      gte: minimum,
      lte: maximum,
      gt: exclusiveMinimum,
      lt: exclusiveMaximum,
      multipleOf,
    }),
  enum: ({ values, open }, to) => {
    if (!open) return z(to, "literal", values.length === 1 ? literal(values[0] ?? null) : array(values.map(literal)));
    const types = [...new Set(values.map((value) => (value === null ? "null" : typeof value)))];
    return either(
      types.map((type) => z(to, type)),
      to,
    );
  },
  array: ({ items, minItems, maxItems }, to) =>
    checked(z(to, "array", zodCode(items, to)), to, { minLength: minItems, maxLength: maxItems }),
  object: ({ properties, additional }, to) => {
    const shape = object(
      properties.map((property) => shapeEntry(property, to)),
      { broken: true },
    );
    if (additional === undefined || additional.kind === "unknown") return z(to, "looseObject", shape);
    if (properties.length === 0) return z(to, "record", z(to, "string"), zodCode(additional, to));
    return z(to, "catchall", z(to, "object", shape), zodCode(additional, to));
  },
  union: ({ members, discriminator }, to) => {
    if (discriminator === undefined)
      return either(
        members.map((member) => zodCode(member, to)),
        to,
      );
    const mapping = discriminator.mapping.map(([value, member]) => [propertyName(value), zodCode(member, to)] as const);
    const union = name(runtimeDeclaration("discriminatedUnion", "value", to));
    return call(union, literal(discriminator.property), object(mapping, { broken: true }));
  },
  intersection: ({ members }, to) =>
    members.map((member) => zodCode(member, to)).reduce((left, right) => z(to, "intersection", left, right)),
  reference: (schema) => name(schemaDeclaration(schema.name)),
};

function z(specifiers: Specifiers, member: string, ...args: readonly Code[]): Code {
  return call(sequence(name(zodDeclaration(specifiers)), `.${member}`), ...args);
}

/** `z.string().check(z.minLength(1))`; no check where none of the limits is set. */
function checked(base: Code, to: Specifiers, limits: Readonly<Record<string, string | number | undefined>>): Code {
  const set = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  if (set.length === 0) return base;
  return call(sequence(base, ".check"), ...set.map(([check, limit]) => z(to, check, String(limit))));
}

function either(members: readonly Code[], to: Specifiers): Code {
  return members.length === 1 ? (members[0] as Code) : z(to, "union", array(members));
}

function shapeEntry({ name, required, schema }: Property, to: Specifiers): readonly [key: string, value: Code] {
  const value = zodCode(schema, to);
  return [propertyName(name), required ? value : z(to, "optional", value)];
}
