import { createRequire } from "node:module";
import type { ts } from "ts-morph";
import { CodegenError } from "../errors.js";
import type { GeneratedFile } from "../write/index.js";

/**
 * Error thrown when a printed file is not valid TypeScript. Nothing has been written. This is a bug in the generator;
 * please report it.
 */
export class OutputSyntaxError extends CodegenError {
  override readonly name = "OutputSyntaxError";
  readonly code = "OUTPUT_SYNTAX";
}

/** TypeScript compiler, as exported by ts-morph. */
export type Compiler = typeof ts;

/**
 * Loads ts-morph with `require`. It consists of megabytes of CommonJS, and `import` would first detect its format and
 * search it for exports, which takes longer than running it.
 */
export function loadCompiler(): Compiler {
  return createRequire(import.meta.url)("ts-morph").ts;
}

/** Maximum number of characters to parse at once. A syntax tree takes about forty times the memory of its text. */
const BATCH_LENGTH = 1_000_000;

/**
 * Parses printed files with ts-morph and discards the syntax trees.
 *
 * @throws OutputSyntaxError for the first file that does not parse.
 */
export function checkSyntax(files: readonly GeneratedFile[], compiler: Compiler): void {
  for (const batch of batches(files)) {
    const [first] = syntacticDiagnostics(batch, compiler);
    if (first !== undefined) throw new OutputSyntaxError(describe(first, compiler));
  }
}

/** Groups files that are parsed together, because each program has a fixed cost. */
function* batches(files: readonly GeneratedFile[]): Iterable<readonly GeneratedFile[]> {
  let batch: GeneratedFile[] = [];
  let length = 0;
  for (const file of files) {
    if (batch.length > 0 && length + file.text.length > BATCH_LENGTH) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(file);
    length += file.text.length;
  }
  yield batch;
}

/**
 * Checks syntax without ts-morph's `Project`, which would also link each node to its parent and parse doc comments.
 * Nothing reads either, and on a large document they take a third of the time. The end of a comment is syntax, so it is
 * still checked.
 */
function syntacticDiagnostics(files: readonly GeneratedFile[], compiler: Compiler): readonly ts.Diagnostic[] {
  const { createProgram, createSourceFile, JSDocParsingMode, ScriptTarget } = compiler;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  const host: ts.CompilerHost = {
    getSourceFile(path) {
      const text = texts.get(path);
      return text === undefined ? undefined : createSourceFile(path, text, options);
    },
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    writeFile: () => undefined,
    getDefaultLibFileName: () => "",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  // With these options, the program checks only syntax and does not resolve imports.
  const program = createProgram([...texts.keys()], { noLib: true, noResolve: true, types: [] }, host);
  return program.getSyntacticDiagnostics();
}

function describe({ file, start = 0, messageText }: ts.Diagnostic, { flattenDiagnosticMessageText }: Compiler): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  const reason = flattenDiagnosticMessageText(messageText, " ");
  return (
    `The generator printed invalid TypeScript: ${file?.fileName}:${line}: ${reason} ` +
    "Nothing was written. Please report this bug and include the document."
  );
}
