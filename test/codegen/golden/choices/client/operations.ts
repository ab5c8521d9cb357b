// Generated from choices.yaml. To change it, edit the document and generate again.
export * from "./operations/events.js";
