import { emptyModule, lineComment, type SourceFile } from "../code/index.js";
import { importsOf, UsedDeclarations } from "./imports.js";
import { layOutStatements, type Output } from "./layout.js";
import { Lines } from "./lines.js";

/** Text of a file: a header that names its source, its imports, and its statements. */
export function printFile({ path, statements }: SourceFile, source: string): string {
  const body: Output = { lines: new Lines(), used: new UsedDeclarations() };
  layOutStatements(statements, body);
  if (body.lines.isEmpty) layOutStatements([emptyModule], body);
  const head: Output = { lines: new Lines(), used: new UsedDeclarations() };
  const origin = `Generated from ${source}. To change it, edit the document and generate again.`;
  layOutStatements([{ code: lineComment(origin) }, ...importsOf(path, body.used)], head);
  return head.lines.toString() + body.lines.toString();
}
