// Generated from xml.yaml. To change it, edit the document and generate again.
export * from "./operations/notices.js";
