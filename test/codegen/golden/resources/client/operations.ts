// Generated from resources.yaml. To change it, edit the document and generate again.
export * from "./operations/paintings.js";
export * from "./operations/things.js";
