// Generated from streams.yaml. To change it, edit the document and generate again.
export * from "./operations/feeds.js";
