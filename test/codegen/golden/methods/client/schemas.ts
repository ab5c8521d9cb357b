// Generated from methods.yaml. To change it, edit the document and generate again.

export {};
