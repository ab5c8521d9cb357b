// Generated from servers.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { ping } from "../operations.js";

/** Something to call. */
export class Servers extends OperationGroup {
  /** `GET /ping` */
  ping(options?: CallOptions): Call<undefined> {
    return this.core.call(ping, {}, options);
  }
}
