// Generated from responses.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Orders } from "./groups/orders.js";

/** Descriptor of this client for the runtime. */
export const responsesApi: ApiDescriptor = { name: "Responses", contract: 3 };

export class ResponsesApi extends Api {
  readonly orders: Orders = new Orders(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, responsesApi);
  }
}
