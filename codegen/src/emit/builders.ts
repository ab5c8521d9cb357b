import { code, constant, docComment, type Item, identifier, literal, name, type SourceFile } from "../code/index.js";
import type { Model } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, zodDeclaration } from "./declarations.js";

/** The builders of zod that schemas are made of; both flavours of zod have them. */
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

/** `null` cannot be the name of a variable, so a variable of another name is exported as `null`. */
const NULL = { builder: "null", variable: code`nothing` } as const;

/**
 * `zod.ts`: zod's builders with only as much of their types as schemas need. Schemas import them as `z`, so a compiler
 * does not work out the type of every part of every schema. Each is an export of its own, so that a bundler drops the
 * unused ones.
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

const DESCRIPTION = "zod's builders, typed as far as it takes to put schemas together.";
