import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../spec/README.md", import.meta.url), "utf8");

/** A row of a table that says what is called how. */
export interface CalledRow {
  /** What a platform's reference calls it. */
  readonly platform: string;
  /** What stands for it here. */
  readonly names: readonly string[];
}

/**
 * Rows of the tables in a chapter of the documents' README.
 *
 * @param chapter Its heading.
 * @param head What stands above the second column.
 */
export function calledRows(chapter: "APS bus" | "AppDirect", head: string): readonly CalledRow[] {
  const [, after = ""] = text.split(`\n## ${chapter}\n`);
  const [within = ""] = after.split("\n## ");
  return tablesOf(within).flatMap(([top, , ...rows]) => (top?.[1] === head ? rows.map(rowOf) : []));
}

/** The tables of a text as cells: the first row is the head, the second a line. */
function tablesOf(within: string): readonly (readonly (readonly string[])[])[] {
  const tables = within.split("\n\n").filter((part) => part.startsWith("|"));
  return tables.map((table) => table.trim().split("\n").map(cellsOf));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function rowOf([platform = "", here = ""]: readonly string[]): CalledRow {
  return { platform, names: Array.from(here.matchAll(/`([^`]+)`/g), ([, name = ""]) => name) };
}
