// Generated from bodies.yaml. To change it, edit the document and generate again.
export * from "./operations/bodies.js";
