import { CodegenError } from "./errors.js";

/** Position in a document. Columns count UTF-16 units, as editors do. */
export interface Position {
  /** Path of the document as the user gave it, with `/` as the separator. */
  readonly file: string;
  /** Line number, starting at 1. */
  readonly line: number;
  /** Column number, starting at 1. */
  readonly column: number;
}

/** Problem in a document. */
export interface Finding {
  /** Stable code, set on findings that programs handle. */
  readonly code?: "PATHS_NOT_WRITTEN";
  /** Position in the document. */
  readonly position: Position;
  /** Description of what was expected and what was found. */
  readonly message: string;
  /** Suggested fix. */
  readonly hint?: string;
}

/** Error thrown when a document cannot be used. Lists all findings, so that you can fix them in one go. */
export class SpecError extends CodegenError {
  override readonly name = "SpecError";
  readonly code = "SPEC_INVALID";
  /** All problems, in document order. */
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], options?: ErrorOptions) {
    super(findings.map(formatFinding).join("\n"), options);
    this.findings = findings;
  }
}

/** Formats a finding as one line that editors and terminals make clickable: `file:line:column: message`. */
export function formatFinding({ position, message, hint }: Finding): string {
  return `${formatPosition(position)}: ${message}${hint === undefined ? "" : ` ${hint}`}`;
}

/** Formats a position as `file:line:column`. */
export function formatPosition({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** Sorts findings by file and then by position. */
export function byPosition(a: Finding, b: Finding): number {
  if (a.position.file !== b.position.file) return a.position.file < b.position.file ? -1 : 1;
  return a.position.line - b.position.line || a.position.column - b.position.column;
}
