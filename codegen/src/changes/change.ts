import type { JsonPath } from "../json/index.js";
import type { Subject } from "../model/index.js";
import type { ChangeKind, Direction, Severity } from "./rules.js";

/** Change between two versions of a client, from the caller's point of view. */
export interface Change {
  /**
   * Public name of the changed item, as in the old client if it exists there: `orders.create`, `Account.companyName`.
   */
  readonly where: string;
  /** Kind of change: a key of `rules`. */
  readonly kind: ChangeKind;
  /** Effect of the change on callers. */
  readonly severity: Severity;
  /** Description of the change, as a sentence. */
  readonly message: string;
  /** Declaration in the generated code that changed. */
  readonly subject: Subject;
}

/** Change to a method. The method's name is added later. */
export interface MethodChange {
  readonly kind: ChangeKind;
  readonly message: string;
  /** Name of the option that changed, if the change is to an option. */
  readonly option?: string;
}

/** Change before its severity is known, with its paths in both documents. */
export interface Draft {
  readonly where: string;
  readonly kind: ChangeKind;
  readonly message: string;
  readonly subject: Subject;
  /** Directions in which the value is transferred. */
  readonly directions: ReadonlySet<Direction>;
  readonly old?: JsonPath;
  readonly new?: JsonPath;
}

/** Semantic version bump that a release needs. */
export type Bump = "major" | "minor" | "patch" | "none";

const bumps: Readonly<Record<Severity, Bump>> = { breaking: "major", addition: "minor", fix: "patch" };

/** Version bump for a list of changes, determined by the most severe one. */
export function bumpFor(changes: readonly Change[]): Bump {
  for (const severity of ["breaking", "addition", "fix"] as const) {
    if (changes.some((change) => change.severity === severity)) return bumps[severity];
  }
  return "none";
}
