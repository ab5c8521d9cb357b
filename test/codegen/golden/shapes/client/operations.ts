// Generated from shapes.yaml. To change it, edit the document and generate again.
export * from "./operations/shapes.js";
