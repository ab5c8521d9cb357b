// Generated from methods.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Things } from "./groups/things.js";

/** Descriptor of this client for the runtime. */
export const thingsApi: ApiDescriptor = { name: "Things", contract: 3 };

/** A document without any of our extensions. */
export class ThingsApi extends Api {
  readonly things: Things = new Things(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, thingsApi);
  }
}
