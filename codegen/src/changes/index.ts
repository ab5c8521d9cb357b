export type { Bump, Change, Subject } from "./change.js";
export { compareVersions, type Difference, type LocatedChange, type Version } from "./difference.js";
export { type ChangeKind, type Direction, type Rule, rules, type Severity } from "./rules.js";
