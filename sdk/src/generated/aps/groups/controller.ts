// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getControllerInfo } from "../operations/controller.js";
import type { ControllerInfo } from "../types.js";

/** The APS controller. */
export class Controller extends OperationGroup {
  /**
   * Reads the versions of the bus and their features.
   *
   * A good first call with a new key: it needs no Allowed Operation and reads no customer data. If the response has
   * no `X-APSBooster-Response: true` header, it did not come through the APS booster, so the host is wrong. A 401
   * means that the signature is wrong: check the secret, the clock, and the URL that a gateway in front of the
   * platform expects.
   *
   * `GET /aps`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  get(options?: CallOptions): Call<ControllerInfo> {
    return this.core.call(getControllerInfo, {}, options);
  }
}
