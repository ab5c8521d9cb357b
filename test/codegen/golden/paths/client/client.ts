// Generated from paths.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Orders } from "./groups/orders.js";

/** Descriptor of this client for the runtime. */
export const pathsApi: ApiDescriptor = { name: "Paths", contract: 3 };

/** Types of openapi-typescript, and parts of a document that it does not read as they are meant. */
export class PathsApi extends Api {
  readonly orders: Orders = new Orders(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, pathsApi);
  }
}
