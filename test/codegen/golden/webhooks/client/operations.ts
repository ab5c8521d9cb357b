// Generated from webhooks.yaml. To change it, edit the document and generate again.

export {};
