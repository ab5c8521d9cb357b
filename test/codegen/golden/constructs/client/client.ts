// Generated from constructs.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Things } from "./groups/things.js";

/** Descriptor of this client for the runtime. */
export const constructsApi: ApiDescriptor = { name: "Constructs", contract: 3 };

/** What JSON Schema 2020-12 can say and older dialects could not. */
export class ConstructsApi extends Api {
  readonly things: Things = new Things(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, constructsApi);
  }
}
