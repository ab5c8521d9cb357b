import type { SourceFile } from "../code/index.js";
import type { GeneratedFile } from "../write/index.js";
import { printFile } from "./file-text.js";

export { checkSyntax, loadCompiler, OutputSyntaxError } from "./check-syntax.js";

/**
 * Prints files.
 *
 * @param source Base name of the document, for the header of each file.
 */
export function print(files: readonly SourceFile[], source: string): readonly GeneratedFile[] {
  return files.map((file) => ({ path: file.path, text: printFile(file, source) }));
}
