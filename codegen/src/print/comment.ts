import { type Comment, LINE_WIDTH } from "../code/index.js";
import type { Lines } from "./lines.js";

/** Writes a doc comment, on one line if it fits, and starts the next line. */
export function writeComment(lines: Lines, comment: Comment, indent: string): void {
  const text = comment.flatMap((line) => wrap(line, LINE_WIDTH - indent.length - " * ".length));
  const [only = "", ...more] = text;
  if (more.length === 0 && indent.length + "/**  */".length + only.length <= LINE_WIDTH) {
    lines.write(`/** ${only} */`);
  } else {
    lines.write("/**");
    for (const line of text) {
      lines.newLine(indent);
      lines.write(line === "" ? " *" : ` * ${line}`);
    }
    lines.newLine(indent);
    lines.write(" */");
  }
  lines.newLine(indent);
}

/** Wraps a line between words. Words longer than the width stay whole, because breaking them would change them. */
function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = "";
  for (const word of line.trim().split(/\s+/)) {
    if (current !== "" && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, indent + current];
}
