export { checkGenerated } from "./check-generated.js";
export type { ClientOptions } from "./client-options.js";
export { type DiffOptions, diff } from "./diff.js";
export { type GenerateOptions, type GenerateReport, generate } from "./generate.js";
