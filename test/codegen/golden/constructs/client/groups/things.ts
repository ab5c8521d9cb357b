// Generated from constructs.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { createThing } from "../operations/things.js";
import type { Thing, ThingInput } from "../types.js";

export class Things extends OperationGroup {
  /** `POST /things` */
  createThing(body: ThingInput, options?: CallOptions): Call<Thing> {
    return this.core.call(createThing, { body }, options);
  }
}
