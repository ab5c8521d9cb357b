export { checkGenerated } from "./check-generated.js";
export { type DiffOptions, diff } from "./diff.js";
export { type GenerateReport, generate } from "./generate.js";
export type { ClientOptions, GenerateOptions } from "./options.js";
