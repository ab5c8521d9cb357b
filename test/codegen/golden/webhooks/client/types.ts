// Generated from webhooks.yaml. To change it, edit the document and generate again.

export interface Pet {
  id: number;
  name: string;
}
