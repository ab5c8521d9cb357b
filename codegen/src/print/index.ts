import type { SourceFile } from "../code/index.js";
import { checkSyntax } from "./check-syntax.js";
import { fileText } from "./file-text.js";

export { OutputSyntaxError } from "./check-syntax.js";

/** Finished file of the output. */
export interface GeneratedFile {
  /** Path below the output folder, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/**
 * Prints files. Each is laid out once, and parsed once to prove that it is TypeScript.
 *
 * @param source Base name of the document, for the first line of each file.
 * @throws OutputSyntaxError
 */
export function print(files: readonly SourceFile[], source: string): readonly GeneratedFile[] {
  const printed = files.map((file) => ({ path: file.path, text: fileText(file, source) }));
  checkSyntax(printed);
  return printed;
}
