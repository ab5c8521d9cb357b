// Generated from paging.yaml. To change it, edit the document and generate again.
import { Api, type ApiDescriptor, type ClientCore, type ClientOptions } from "apsdirect/runtime";
import { Neither } from "./groups/neither.js";
import { Said } from "./groups/said.js";
import { Seen } from "./groups/seen.js";

/** Descriptor of this client for the runtime. */
export const pagingApi: ApiDescriptor = { name: "Paging", contract: 3 };

/** Answers that come in pages. */
export class PagingApi extends Api {
  /** Pages that the document describes. */
  readonly said: Said = new Said(this.core);
  /** Pages that names leave no doubt of. */
  readonly seen: Seen = new Seen(this.core);
  /** Answers that look like pages and may be something else. */
  readonly neither: Neither = new Neither(this.core);

  /** @param core Options for a new client, or an existing client whose connections and signer to share. */
  constructor(core: ClientCore | Api | ClientOptions) {
    super(core, pagingApi);
  }
}
