// Generated from choices.yaml. To change it, edit the document and generate again.

export type Colour = "red" | "green" | 7 | null;

export interface Event {
  kind?: "start" | "end";
  colour?: Colour;
}
