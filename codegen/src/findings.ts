import { CodegenError } from "./errors.js";

/** A place in a document. Line and column count from 1; a column counts UTF-16 units, as editors do. */
export interface Position {
  /** The document's path as the user gave it, with `/` between its parts. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** One thing that is wrong with a document. */
export interface Finding {
  /** Stable name of a finding that programs handle. */
  readonly code?: "PATHS_NOT_WRITTEN";
  /** Where in the document. */
  readonly position: Position;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** The document cannot be used. Carries every finding, not only the first: fix them all, then run again. */
export class SpecError extends CodegenError {
  override readonly name = "SpecError";
  readonly code = "SPEC_INVALID";
  /** All that is wrong, in the order of the document. */
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], options?: ErrorOptions) {
    super(findings.map(formatFinding).join("\n"), options);
    this.findings = findings;
  }
}

/** A finding as one line that editors and terminals make clickable: `file:line:column: message`. */
export function formatFinding({ position, message, hint }: Finding): string {
  return `${formatPosition(position)}: ${message}${hint === undefined ? "" : ` ${hint}`}`;
}

/** `file:line:column`. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** Orders findings as a reader meets them: file by file, and from the top of each to its end. */
export function byPosition(a: Finding, b: Finding): number {
  if (a.position.file !== b.position.file) return a.position.file < b.position.file ? -1 : 1;
  return a.position.line - b.position.line || a.position.column - b.position.column;
}
