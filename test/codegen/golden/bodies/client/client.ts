// Generated from bodies.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Bodies } from "./groups/bodies.js";

/** Descriptor of this client for the runtime. */
export const bodiesApi: ApiDescriptor = { name: "Bodies", contract: 3 };

/** Every kind of body that a call can send and bring back. */
export class BodiesApi extends Api {
  /** What is sent and what comes back. */
  readonly bodies: Bodies = new Bodies(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, bodiesApi);
  }
}
