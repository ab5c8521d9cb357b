// Generated from xml.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Notices } from "./groups/notices.js";

/** Descriptor of this client for the runtime. */
export const noticesApi: ApiDescriptor = { name: "Notices", contract: 3 };

export class NoticesApi extends Api {
  readonly notices: Notices = new Notices(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, noticesApi);
  }
}
