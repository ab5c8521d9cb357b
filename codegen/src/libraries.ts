import Module, { createRequire } from "node:module";
import { dirname, sep } from "node:path";
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

/**
 * The compiler whose nodes openapi-typescript makes. It is {@link morphCompiler}, in the types of the version that
 * openapi-typescript was written for: a second compiler would take as long to load as a document takes to generate.
 */
export const typescript: typeof Typescript = require("ts-morph").ts;

/** Out of its own file: beside it, openapi-typescript's index loads a linter. */
export const transformSchemaObject: typeof transform = requireWith(
  typescript,
  "openapi-typescript/dist/transform/schema-object.cjs",
).default;

/**
 * Requires a module of openapi-typescript to which `typescript` is this compiler. Nobody else meets either of them: what
 * the process has loaded before stays what it is, and what is loaded later is loaded anew.
 */
function requireWith(compiler: typeof Typescript, id: string) {
  const path = require.resolve(id);
  const compilerPath = createRequire(path).resolve("typescript");
  const folder = dirname(require.resolve("openapi-typescript/package.json")) + sep;
  const forget = (): void => {
    for (const key of Object.keys(require.cache)) {
      if (key === compilerPath || key.startsWith(folder)) delete require.cache[key];
    }
  };
  const before = { ...require.cache };
  forget();
  require.cache[compilerPath] = Object.assign(new Module(compilerPath), { exports: compiler, loaded: true });
  try {
    return require(path);
  } finally {
    forget();
    Object.assign(require.cache, before);
  }
}
