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
  for (const { path, text } of files) {
    const file = project.createSourceFile(path, text);
    const [first] = project.getProgram().getSyntacticDiagnostics(file);
    if (first !== undefined) throw new OutputSyntaxError(describe(path, first));
    file.forget();
  }
}

function describe(path: string, diagnostic: Morph.Diagnostic): string {
  const message = diagnostic.getMessageText();
  const reason = typeof message === "string" ? message : message.getMessageText();
  const place = `${path}:${diagnostic.getLineNumber() ?? 1}`;
  return `The generator printed a file that is not TypeScript: ${place}: ${reason} Nothing was written. Please report this with the document.`;
}
