import { createRequire } from "node:module";
import type * as Morph from "ts-morph";
import type { GeneratedFile } from "../write/index.js";

/** Printed file that is not TypeScript. Nothing has been written. This is a defect of the generator: please report it. */
export class OutputSyntaxError extends Error {
  override readonly name = "OutputSyntaxError";
  readonly code = "OUTPUT_SYNTAX";
}

/**
 * Loads ts-morph, with the TypeScript compiler in it, by `require`. Both are CommonJS in files of megabytes, and what
 * `import` does with such a file before it runs it (guessing its format, looking for its exports) takes longer than
 * running it.
 */
export function loadCompiler(): typeof Morph {
  return createRequire(import.meta.url)("ts-morph");
}

/** Characters that are parsed before they are forgotten: a syntax tree takes some forty times its text in memory. */
const BATCH_LENGTH = 1_000_000;

/**
 * Parses printed files with ts-morph, asks for their syntactic diagnostics, and forgets them.
 *
 * @throws OutputSyntaxError for the first file that does not parse.
 */
export function checkSyntax(files: readonly GeneratedFile[], { Project }: typeof Morph): void {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    // Only syntax counts here: a program with these options does not look for the files that are imported.
    compilerOptions: { noLib: true, noResolve: true, types: [] },
  });
  for (const batch of batches(files)) {
    const sources = batch.map(({ path, text }) => project.createSourceFile(path, text));
    const [first] = project.getProgram().getSyntacticDiagnostics();
    if (first !== undefined) throw new OutputSyntaxError(describe(first));
    for (const source of sources) source.forget();
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

function describe(diagnostic: Morph.Diagnostic): string {
  const message = diagnostic.getMessageText();
  const reason = typeof message === "string" ? message : message.getMessageText();
  const path = diagnostic.getSourceFile()?.getFilePath().slice(1) ?? "";
  const place = `${path}:${diagnostic.getLineNumber() ?? 1}`;
  return `The generator printed a file that is not TypeScript: ${place}: ${reason} Nothing was written. Please report this with the document.`;
}
