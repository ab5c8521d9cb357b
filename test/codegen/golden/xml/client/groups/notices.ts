// Generated from xml.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { getNotice } from "../operations/notices.js";
import type { Notice } from "../types.js";

export class Notices extends OperationGroup {
  /** `GET /notices/{id}` */
  getNotice(id: string, options?: CallOptions): Call<Notice> {
    return this.core.call(getNotice, { id }, options);
  }
}
