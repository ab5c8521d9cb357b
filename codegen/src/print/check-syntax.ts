import { createRequire } from "node:module";
import type * as Morph from "ts-morph";

/**
 * ts-morph by `require`. It is CommonJS in files of nine megabytes, and what `import` does with such a file before it
 * runs it (guessing its format, looking for its exports) takes longer than running it.
 */
const require = createRequire(import.meta.url);

/** Printed file that is not TypeScript. Nothing has been written. This is a defect of the generator: please report it. */
export class OutputSyntaxError extends Error {
  override readonly name = "OutputSyntaxError";
  readonly code = "OUTPUT_SYNTAX";
}

/**
 * Parses each file with ts-morph, asks for its syntactic diagnostics, and forgets it, so that one syntax tree is in memory
 * at a time.
 *
 * @throws OutputSyntaxError for the first file that does not parse.
 */
export function checkSyntax(files: readonly { readonly path: string; readonly text: string }[]): void {
  const { Project }: typeof Morph = require("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    // Only syntax is looked at, so that no program has to find the files that are imported.
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
