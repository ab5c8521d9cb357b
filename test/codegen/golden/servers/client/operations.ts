// Generated from servers.yaml. To change it, edit the document and generate again.
export * from "./operations/servers.js";
