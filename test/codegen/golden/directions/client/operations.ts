// Generated from directions.yaml. To change it, edit the document and generate again.
export * from "./operations/accounts.js";
