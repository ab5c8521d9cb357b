// Generated from shapes.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Shapes } from "./groups/shapes.js";

/** Descriptor of this client for the runtime. */
export const shapesApi: ApiDescriptor = { name: "Shapes", contract: 3 };

/** Every construct that the generator knows, once. */
export class ShapesApi extends Api {
  /** Things with a shape. */
  readonly shapes: Shapes = new Shapes(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, shapesApi);
  }
}
