import { Resources } from "../generated/aps/index.js";
import type { Call, CallOptions } from "../runtime/index.js";
import { type CustomOperation, callCustomOperation, readProperty } from "./custom-operation.js";

/** APS resources of every type, with what no single operation of the document can say of them. */
export class ResourceBus extends Resources {
  /**
   * Calls a custom operation of a resource or of a service: what a type declares beside the generic calls, and what no
   * group of this client has a method for. `types.getByTypeId` tells which operations a type has.
   *
   * An answer is not held against anything. JSON comes back as what it says, other text as text, and nothing, as with
   * 202 and 204, as `undefined`; `withResponse()` has the headers `APS-Info` and `APS-Retry-Timeout` of what goes on.
   *
   * @param resourceIdOrService APS ID of a resource, or alias of a service such as `order-manager`.
   * @throws TypeError for a path that no operation can have
   */
  call(resourceIdOrService: string, operation: CustomOperation, options?: CallOptions): Call<unknown> {
    return callCustomOperation(this.core, resourceIdOrService, operation, options);
  }

  /**
   * Reads one property of a resource as a bare value.
   *
   * `GET /aps/2/resources/{resourceId}/{property}`
   *
   * The platform answers JSON or plain text; text that is no JSON is a string.
   *
   * @param resourceId APS ID of the resource.
   * @param property Name of the property, such as `taxRegId`.
   */
  getProperty(resourceId: string, property: string, options?: CallOptions): Call<unknown> {
    return readProperty(this.core, resourceId, property, options);
  }
}
