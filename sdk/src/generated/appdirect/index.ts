// Generated from appdirect.yaml. To change it, edit the document and generate again.
export * from "./client.js";
export * from "./groups/domains.js";
export * from "./groups/events.js";
export * from "./groups/saml.js";
export * from "./groups/usage.js";
export * from "./groups/user-sync.js";
export * as operations from "./operations.js";
export * as schemas from "./schemas.js";
export type * from "./types.js";
