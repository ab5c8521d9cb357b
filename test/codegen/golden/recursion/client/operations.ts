// Generated from recursion.yaml. To change it, edit the document and generate again.
export * from "./operations/values.js";
