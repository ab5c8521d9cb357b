// Generated from shapes.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Shapes } from "./groups/shapes.js";

/** What the run-time needs to know of this client. */
export const shapesApi: ApiDescriptor = { name: "Shapes", contract: 2 };

/** Every construct that the generator knows, once. */
export class ShapesApi extends Api {
  /** Things with a shape. */
  readonly shapes: Shapes = new Shapes(this.core);

  /** @param core Options of a client of its own, or another client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, shapesApi);
  }
}
