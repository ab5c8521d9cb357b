import type { JsonPath } from "../json/index.js";
import type { Subject } from "../model/index.js";
import type { ChangeKind, Direction, Severity } from "./rules.js";

/** Change between two versions of a client, as its callers see it. */
export interface Change {
  /** Public name of what changed, as in the old client if it is there: `orders.create`, `Account.companyName`. */
  readonly where: string;
  /** Kind of change, one of those in `rules`. */
  readonly kind: ChangeKind;
  /** Effect of the change on callers. */
  readonly severity: Severity;
  /** Sentence that says what changed. */
  readonly message: string;
  /** Declaration in the generated code that changed. */
  readonly subject: Subject;
}

/** Change of a method whose name is added later. */
export interface MethodChange {
  readonly kind: ChangeKind;
  readonly message: string;
  /** Name of the option that changed, if it is one. */
  readonly option?: string;
}

/** Change without its severity, with its paths in the documents. */
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

/** Part of the version number that a release has to raise, by semantic versioning. */
export type Bump = "major" | "minor" | "patch" | "none";

const bumps: Readonly<Record<Severity, Bump>> = { breaking: "major", addition: "minor", fix: "patch" };

/** Bump for some changes: the severest one decides. */
export function bumpFor(changes: readonly Change[]): Bump {
  for (const severity of ["breaking", "addition", "fix"] as const) {
    if (changes.some((change) => change.severity === severity)) return bumps[severity];
  }
  return "none";
}
