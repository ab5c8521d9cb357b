import type { ExportDeclarationStructure, VariableStatementStructure } from "ts-morph";
import { code, name } from "../code/code.js";
import { identifier } from "../code/identifier.js";
import { literal } from "../code/literal.js";
import { StructureKind, VariableDeclarationKind } from "../libraries.js";
import type { Model } from "../model/index.js";
import { modules, runtimeDeclaration, type Specifiers, zodDeclaration } from "./declarations.js";
import { ownComment } from "./docs.js";
import { afterBlankLine, type EmittedFile, type Safe, SourceFileDraft } from "./source-file.js";

/** The builders of zod that schemas are made of; both flavours of zod have them. */
const builders = [
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

/** No variable can be called `null`, so one of another name is exported under it. */
const NULL = { builder: "null", variable: code`nothing` } as const;

/**
 * `zod.ts`: zod's builders with only as much of their types as schemas need. Schemas import them as `z`, and a compiler
 * does not work out the type of every part of every schema. Each is an export of its own, so that a bundler drops what
 * is not used.
 */
export function emitBuilders(model: Model, specifiers: Specifiers): readonly EmittedFile[] {
  const file = new SourceFileDraft(modules.zod, model, specifiers);
  const type = name(runtimeDeclaration("SchemaBuilders", "type", specifiers));
  const zod = name(zodDeclaration(specifiers));
  const statements = builders.map(
    (builder, index): Safe<VariableStatementStructure> => ({
      kind: StructureKind.VariableStatement,
      ...(index === 0 ? { leadingTrivia: afterBlankLine } : {}),
      isExported: builder !== NULL.builder,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [
        {
          name: builder === NULL.builder ? NULL.variable : identifier(builder),
          type: file.text(code`${type}[${literal(builder)}]`),
          initializer: file.text(code`${zod}.${identifier(builder)}`),
        },
      ],
      docs: index === 0 ? ownComment("zod's builders, typed as far as it takes to put schemas together.") : [],
    }),
  );
  const renamed: Safe<ExportDeclarationStructure> = {
    kind: StructureKind.ExportDeclaration,
    leadingTrivia: afterBlankLine,
    namedExports: [{ name: NULL.variable, alias: identifier(NULL.builder) }],
  };
  return [file.finish([...statements, renamed])];
}
