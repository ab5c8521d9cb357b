export type { Bump, Change, ChangeKind, Direction, Severity, Subject } from "./diff/index.js";
export { type Difference, type DiffOptions, diff, type LocatedChange } from "./difference.js";
export { type Finding, type Position, SpecError } from "./findings.js";
export { checkGenerated, type GenerateOptions, type GenerateReport, generate, type RenderOptions } from "./generate.js";
export { type LoadedDocument, load, parseDocument } from "./load/index.js";
export type { SurfaceChanges } from "./surface/index.js";
export type { UserCode } from "./usage/index.js";
export { validate } from "./validate/index.js";
export { type Comparison, WriteError, type WriteReport } from "./write/index.js";
