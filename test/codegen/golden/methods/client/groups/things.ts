// Generated from methods.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import {
  deleteThing,
  getThing,
  headThing,
  optionsOfThing,
  patchThing,
  putThing,
  queryThing,
  startThing,
} from "../operations/things.js";
import type { GetThingResult, PatchThingResult, PutThingResult, QueryThingResult, StartThingResult } from "../types.js";

export class Things extends OperationGroup {
  /** `GET /things/{id}` */
  getThing(id: string, options?: CallOptions): Call<GetThingResult> {
    return this.core.call(getThing, { id }, options);
  }

  /** `PUT /things/{id}` */
  putThing(id: string, options?: CallOptions): Call<PutThingResult> {
    return this.core.call(putThing, { id }, options);
  }

  /** `POST /things/{id}` */
  startThing(id: string, options?: CallOptions): Call<StartThingResult> {
    return this.core.call(startThing, { id }, options);
  }

  /** `DELETE /things/{id}` */
  deleteThing(id: string, options?: CallOptions): Call<undefined> {
    return this.core.call(deleteThing, { id }, options);
  }

  /** `OPTIONS /things/{id}` */
  optionsOfThing(id: string, options?: CallOptions): Call<undefined> {
    return this.core.call(optionsOfThing, { id }, options);
  }

  /** `HEAD /things/{id}` */
  headThing(id: string, options?: CallOptions): Call<undefined> {
    return this.core.call(headThing, { id }, options);
  }

  /** `PATCH /things/{id}` */
  patchThing(id: string, options?: CallOptions): Call<PatchThingResult> {
    return this.core.call(patchThing, { id }, options);
  }

  /** `QUERY /things/{id}` */
  queryThing(id: string, options?: CallOptions): Call<QueryThingResult> {
    return this.core.call(queryThing, { id }, options);
  }
}
