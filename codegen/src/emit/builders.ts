import { code, constant, docComment, type Item, identifier, literal, name, type SourceFile } from "../code/index.js";
import type { Model } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, zodDeclaration } from "./declarations.js";

/** Builders of zod that schemas use. Both builds of zod have them. */
export const builders = [
  "array",
  "boolean",
  "gt",
  "gte",
  "int",
  "intersection",
  "literal",
  "looseObject",
  "lt",
  "lte",
  "maxLength",
  "minLength",
  "multipleOf",
  "never",
  "null",
  "nullable",
  "number",
  "optional",
  "record",
  "regex",
  "string",
  "union",
  "unknown",
] as const;

export type Builder = (typeof builders)[number];

/** `null` is not a valid variable name, so a variable with another name is exported as `null`. */
const NULL = { builder: "null", variable: code`nothing` } as const;

/**
 * Emits `zod.ts`: zod's builders with just the types that schemas need. Schemas import them as `z`, which spares the
 * compiler working out the type of every part of every schema. Each builder is a separate export, so that bundlers drop
 * the unused ones.
 */
export function emitBuilders(_: Model, to: Specifiers): readonly SourceFile[] {
  const type = name(runtimeDeclaration("SchemaBuilders", "type", to));
  const zod = name(zodDeclaration(to));
  const constants = builders.map((builder, index) =>
    constant({
      name: builder === NULL.builder ? NULL.variable : identifier(builder),
      type: code`${type}[${literal(builder)}]`,
      value: code`${zod}.${identifier(builder)}`,
      isExported: builder !== NULL.builder,
      ...(index === 0 ? { comment: docComment([DESCRIPTION]) } : { apart: false }),
    }),
  );
  const renamed: Item = { code: code`export { ${NULL.variable} as ${identifier(NULL.builder)} };`, apart: true };
  return [{ path: modules.zod, statements: [...constants, renamed] }];
}

const DESCRIPTION = "Builders of zod, with only the types that schemas need.";
