export { type Comparison, compare } from "./compare.js";
export type { GeneratedFile } from "./generated-file.js";
export { readIntactFiles, readManifestHash } from "./intact-files.js";
export { checkModuleType } from "./module-type.js";
export { resolveOutputFolder } from "./output-folder.js";
export { type WriteOptions, type WriteReport, write } from "./write.js";
export { ifExists, systemCode, WriteError } from "./write-error.js";
