// Generated from webhooks.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";

/** Descriptor of this client for the runtime. */
export const webhooksApi: ApiDescriptor = { name: "Webhooks", contract: 3 };

/** What a platform sends by itself, and nothing that it can be asked. */
export class WebhooksApi extends Api {
  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, webhooksApi);
  }
}
