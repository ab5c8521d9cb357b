// Generated from compositions.yaml. To change it, edit the document and generate again.
export * from "./operations/parts.js";
