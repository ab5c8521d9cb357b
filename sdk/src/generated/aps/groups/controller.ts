// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getControllerInfo } from "../operations/controller.js";
import type { ControllerInfo } from "../types.js";

/** The APS controller itself. */
export class Controller extends OperationGroup {
  /**
   * Reads which versions of the bus there are and what they can do.
   *
   * A good first call with a new key: it needs no Allowed Operation and touches no data. An answer without the
   * header `X-APSBooster-Response: true` did not come through the APS booster, so the host is the wrong one. A 401
   * is about the signature: the secret, the clock, or the URL that a gateway in front of the platform expects.
   *
   * `GET /aps`
   *
   * @throws ApiError: Refused or failed.
   */
  get(options?: CallOptions): Call<ControllerInfo> {
    return this.core.call(getControllerInfo, {}, options);
  }
}
