// Generated from compositions.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { createParts } from "../operations/parts.js";
import type { Parts, PartsInput } from "../types.js";

export class PartsOperations extends OperationGroup {
  /** `POST /parts` */
  createParts(body: PartsInput, options?: CallOptions): Call<Parts> {
    return this.core.call(createParts, { body }, options);
  }
}
