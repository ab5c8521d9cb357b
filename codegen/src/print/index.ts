import type { EmittedFile } from "../emit/index.js";
import { IndentationText, NewLineKind, Project, QuoteKind } from "../libraries.js";
import type { GeneratedFile } from "../write/index.js";
import { Pieces } from "./pieces.js";

/** Makes text of structures: each file is built whole and parsed once. */
export function print(files: readonly EmittedFile[]): readonly GeneratedFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
      insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: true,
    },
  });
  return files.map(({ path, structure }) => {
    const pieces = new Pieces();
    const file = project.createSourceFile(path, pieces.marked(structure));
    return { path, text: withoutStrayBlanks(pieces.restored(file.getFullText())) };
  });
}

/** ts-morph writes a blank before every type and around imported names, also where these begin and end with a line. */
function withoutStrayBlanks(text: string): string {
  return text.replace(/ +$/gm, "").replaceAll("\n }", "\n}");
}
