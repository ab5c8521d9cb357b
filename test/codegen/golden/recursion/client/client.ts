// Generated from recursion.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Values } from "./groups/values.js";

/** Descriptor of this client for the runtime. */
export const recursionApi: ApiDescriptor = { name: "Recursion", contract: 3 };

/** Types that contain themselves, and names that belong to somebody else. */
export class RecursionApi extends Api {
  readonly values: Values = new Values(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, recursionApi);
  }
}
