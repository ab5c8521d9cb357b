// Generated from vaults.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Vaults } from "./groups/vaults.js";

/** Descriptor of this client for the runtime. */
export const vaultsApi: ApiDescriptor = {
  name: "Vaults",
  contract: 3,
  servers: [{ url: "https://cp.provider.example" }],
};

export class VaultsApi extends Api {
  readonly vaults: Vaults = new Vaults(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, vaultsApi);
  }
}
