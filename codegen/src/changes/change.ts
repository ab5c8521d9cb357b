import type { JsonPath } from "../json/index.js";
import type { ChangeKind, Direction, Severity } from "./rules.js";

/** One difference between two documents, in the words of those who call the client. */
export interface Change {
  /** `orders.create`, `Account.companyName`: what it is about, by its public name in the old client if it is there. */
  readonly where: string;
  /** What it is, as `rules` lists it. */
  readonly kind: ChangeKind;
  /** What it means to those who call the client. */
  readonly severity: Severity;
  /** A sentence. */
  readonly message: string;
  /** Which declaration of the generated code it is about. */
  readonly subject: Subject;
}

/** A declaration of generated code. */
export type Subject =
  | { readonly kind: "client"; readonly name: string }
  | { readonly kind: "method"; readonly group: string; readonly method: string; readonly option?: string }
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "field"; readonly type: string; readonly path: readonly string[]; readonly value?: string };

/** One difference of a method, before it is told where it stands. */
export interface MethodChange {
  readonly kind: ChangeKind;
  readonly message: string;
  /** Where it is about a member of the options object. */
  readonly option?: string;
}

/** A change before it is judged, with the places in the documents that it comes from. */
export interface Draft {
  readonly where: string;
  readonly kind: ChangeKind;
  readonly message: string;
  readonly subject: Subject;
  /** The ways the value goes. */
  readonly directions: ReadonlySet<Direction>;
  readonly old?: JsonPath;
  readonly new?: JsonPath;
}

/** What a release with these changes is called by semantic versioning. */
export type Bump = "major" | "minor" | "patch" | "none";

const bumps: Readonly<Record<Severity, Bump>> = { breaking: "major", addition: "minor", fix: "patch" };

/** The severest change decides. */
export function bumpFor(changes: readonly Change[]): Bump {
  for (const severity of ["breaking", "addition", "fix"] as const) {
    if (changes.some((change) => change.severity === severity)) return bumps[severity];
  }
  return "none";
}
