// Generated from choices.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Events } from "./groups/events.js";

/** Descriptor of this client for the runtime. */
export const choicesApi: ApiDescriptor = { name: "Choices", contract: 3 };

/** What the caller of the generator decides. */
export class ChoicesApi extends Api {
  readonly events: Events = new Events(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, choicesApi);
  }
}
