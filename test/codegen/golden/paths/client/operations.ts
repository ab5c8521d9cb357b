// Generated from paths.yaml. To change it, edit the document and generate again.
export * from "./operations/orders.js";
