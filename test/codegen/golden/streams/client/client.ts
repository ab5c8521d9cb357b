// Generated from streams.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Feeds } from "./groups/feeds.js";

/** Descriptor of this client for the runtime. */
export const streamsApi: ApiDescriptor = { name: "Streams", contract: 3 };

export class StreamsApi extends Api {
  /** What comes piece by piece. */
  readonly feeds: Feeds = new Feeds(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, streamsApi);
  }
}
