import { createRequire } from "node:module";
import type { ts } from "ts-morph";
import { CodegenError } from "../errors.js";
import type { GeneratedFile } from "../write/index.js";

/** Printed file that is not TypeScript. Nothing has been written. This is a defect of the generator: please report it. */
export class OutputSyntaxError extends CodegenError {
  override readonly name = "OutputSyntaxError";
  readonly code = "OUTPUT_SYNTAX";
}

/** The TypeScript compiler that ts-morph exports. */
export type Compiler = typeof ts;

/**
 * Loads ts-morph by `require`. It is CommonJS in files of megabytes, and what `import` does with such a file before it
 * runs it (guessing its format, looking for its exports) takes longer than running it.
 */
export function loadCompiler(): Compiler {
  return createRequire(import.meta.url)("ts-morph").ts;
}

/** Characters that are parsed before they are forgotten: a syntax tree takes some forty times its text in memory. */
const BATCH_LENGTH = 1_000_000;

/**
 * Hands printed files to ts-morph, asks for their syntactic diagnostics, and forgets them.
 *
 * @throws OutputSyntaxError for the first file that does not parse.
 */
export function checkSyntax(files: readonly GeneratedFile[], compiler: Compiler): void {
  for (const batch of batches(files)) {
    const [first] = syntacticDiagnostics(batch, compiler);
    if (first !== undefined) throw new OutputSyntaxError(describe(first, compiler));
  }
}

/** Files in groups that are parsed together, since each program that looks at them has a price. */
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
 * ts-morph's own `Project` would also link each node to its parent and parse the text of doc comments. Nothing reads
 * either, and on a large document they take a third of the time. Where a comment ends is syntax, and is checked here as well.
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
  // Only syntax counts here: a program with these options does not look for the files that are imported.
  const program = createProgram([...texts.keys()], { noLib: true, noResolve: true, types: [] }, host);
  return program.getSyntacticDiagnostics();
}

function describe({ file, start = 0, messageText }: ts.Diagnostic, { flattenDiagnosticMessageText }: Compiler): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  const reason = flattenDiagnosticMessageText(messageText, " ");
  return (
    `The generator printed a file that is not TypeScript: ${file?.fileName}:${line}: ${reason} ` +
    "Nothing was written. Please report this with the document."
  );
}
