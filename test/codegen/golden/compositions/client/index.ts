// Generated from compositions.yaml. To change it, edit the document and generate again.
export * from "./client.js";
export * from "./groups/parts.js";
export * as operations from "./operations.js";
export * as schemas from "./schemas.js";
export type * from "./types.js";
