// Generated from vaults.yaml. To change it, edit the document and generate again.
export * from "./operations/vaults.js";
