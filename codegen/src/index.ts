export type {
  Bump,
  Change,
  ChangeKind,
  Difference,
  Direction,
  LocatedChange,
  Severity,
  Subject,
} from "./changes/index.js";
export {
  type ClientOptions,
  checkGenerated,
  type DiffOptions,
  diff,
  type GenerateOptions,
  type GenerateReport,
  generate,
} from "./commands/index.js";
export { type ClientConfig, type Config, ConfigError, defineConfig } from "./config/index.js";
export { CodegenError } from "./errors.js";
export { type Finding, type Position, SpecError } from "./findings.js";
export { type LoadedDocument, load, parseDocument } from "./load/index.js";
export type { Timing } from "./stopwatch.js";
export type { UserCode } from "./usage/index.js";
export { validate } from "./validate/index.js";
export { type Comparison, WriteError, type WriteReport } from "./write/index.js";
