// Generated from parameters.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Parameters } from "./groups/parameters.js";

/** Descriptor of this client for the runtime. */
export const parametersApi: ApiDescriptor = { name: "Parameters", contract: 3 };

/** Every way in which a parameter can stand on the wire. */
export class ParametersApi extends Api {
  /** Values in paths, queries, headers and cookies. */
  readonly parameters: Parameters = new Parameters(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, parametersApi);
  }
}
