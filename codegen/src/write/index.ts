export { type Comparison, compare } from "./compare.js";
export type { GeneratedFile } from "./generated-file.js";
export { intactFiles, manifestHash } from "./intact-files.js";
export { moduleTypeWarning } from "./module-type.js";
export { outputFolder } from "./output-folder.js";
export { type WriteOptions, type WriteReport, write } from "./write.js";
export { ifExists, systemCode, WriteError } from "./write-error.js";
