// Generated from compositions.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { PartsOperations } from "./groups/parts.js";

/** Descriptor of this client for the runtime. */
export const compositionsApi: ApiDescriptor = { name: "Compositions", contract: 3 };

export class CompositionsApi extends Api {
  readonly parts: PartsOperations = new PartsOperations(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, compositionsApi);
  }
}
