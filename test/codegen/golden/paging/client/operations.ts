// Generated from paging.yaml. To change it, edit the document and generate again.
export * from "./operations/neither.js";
export * from "./operations/said.js";
export * from "./operations/seen.js";
