// Generated from directions.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Accounts } from "./groups/accounts.js";

/** Descriptor of this client for the runtime. */
export const directionsApi: ApiDescriptor = { name: "Directions", contract: 3 };

/** What is sent and what comes back are not the same. */
export class DirectionsApi extends Api {
  /** Accounts with what only one side may say. */
  readonly accounts: Accounts = new Accounts(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, directionsApi);
  }
}
