// Generated from parameters.yaml. To change it, edit the document and generate again.
export * from "./operations/parameters.js";
