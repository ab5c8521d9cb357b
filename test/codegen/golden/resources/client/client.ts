// Generated from resources.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Paintings } from "./groups/paintings.js";
import { Things } from "./groups/things.js";

/** Descriptor of this client for the runtime. */
export const museumApi: ApiDescriptor = { name: "Museum", contract: 3 };

export class MuseumApi extends Api {
  /** Whatever the museum has. */
  readonly things: Things = new Things(this.core);
  readonly paintings: Paintings = new Paintings(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, museumApi);
  }
}
