// Generated from appdirect.yaml. To change it, edit the document and generate again.
export * from "./operations/domains.js";
export * from "./operations/events.js";
export * from "./operations/saml.js";
export * from "./operations/usage.js";
export * from "./operations/user-sync.js";
