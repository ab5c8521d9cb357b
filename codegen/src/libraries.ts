import { createRequire } from "node:module";
import type { transformSchemaObject as transform } from "openapi-typescript";
import type * as Morph from "ts-morph";
import type Typescript from "typescript";

/**
 * The libraries with a compiler in them, by `require`. They are CommonJS in files of nine megabytes, and what `import`
 * does with such a file before it runs it (to guess its format, to look for its exports) takes longer than to run it.
 */
const require = createRequire(import.meta.url);
const morph: typeof Morph = require("ts-morph");

export const { IndentationText, NewLineKind, Project, QuoteKind, StructureKind, VariableDeclarationKind } = morph;

/** The compiler that ts-morph brings. */
export const morphCompiler: typeof Morph.ts = morph.ts;

/** The compiler whose nodes openapi-typescript makes. */
export const typescript: typeof Typescript = require("typescript");

/** Out of its own file: beside it, openapi-typescript's index loads a linter. */
export const transformSchemaObject: typeof transform =
  require("openapi-typescript/dist/transform/schema-object.cjs").default;
