// Generated from files.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Orders } from "./groups/orders.js";

/** Descriptor of this client for the runtime. */
export const filesApi: ApiDescriptor = { name: "Files", contract: 3 };

/** References into every place that a pointer can name, through several files. */
export class FilesApi extends Api {
  readonly orders: Orders = new Orders(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, filesApi);
  }
}
