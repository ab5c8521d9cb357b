// Generated from recursion.yaml. To change it, edit the document and generate again.
import { type Call as RuntimeCall, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { awaitOperation, classOperation, deleteOperation, newOperation } from "../operations/values.js";
import type { Array, Expression, Globals, JsonValue, Tree } from "../types.js";

export class Values extends OperationGroup {
  /** `GET /values/{import}` */
  delete(importParam: string, options?: CallOptions): RuntimeCall<JsonValue> {
    return this.core.call(deleteOperation, { import: importParam }, options);
  }

  /** `PUT /values/{import}` */
  new(importParam: string, body: Expression, options?: CallOptions): RuntimeCall<Tree> {
    return this.core.call(newOperation, { import: importParam, body }, options);
  }

  /** `GET /files` */
  await(options?: CallOptions): RuntimeCall<globalThis.Blob> {
    return this.core.call(awaitOperation, {}, options);
  }

  /** `POST /files` */
  class(body?: Array, options?: CallOptions): RuntimeCall<Globals> {
    return this.core.call(classOperation, { body }, options);
  }
}
