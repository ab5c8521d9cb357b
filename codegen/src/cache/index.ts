export { readModel, writeModel } from "./model-file.js";
export { type CachedRun, type Run, read, write } from "./run-record.js";
