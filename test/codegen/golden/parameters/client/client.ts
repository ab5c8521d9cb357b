// Generated from parameters.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Parameters } from "./groups/parameters.js";

/** What the run-time needs to know of this client. */
export const parametersApi: ApiDescriptor = { name: "Parameters", contract: 2 };

/** Every way in which a parameter can stand on the wire. */
export class ParametersApi extends Api {
  /** Values in paths, queries, headers and cookies. */
  readonly parameters: Parameters = new Parameters(this.core);

  /** @param core Options of a client of its own, or another client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, parametersApi);
  }
}
