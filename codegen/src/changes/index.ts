export type { Subject } from "../model/index.js";
export type { Bump, Change } from "./change.js";
export { compareVersions, type Difference, type LocatedChange, type Version } from "./difference.js";
export { type ChangeKind, type Direction, type Rule, rules, type Severity } from "./rules.js";
