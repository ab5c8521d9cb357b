import { Resources } from "../generated/aps/index.js";
import type { ApsResource } from "../generated/aps/types.js";
import type { Call, CallOptions } from "../runtime/index.js";
import { checkObject } from "./checked-response.js";
import { type CustomOperation, callCustomOperation, readProperty } from "./custom-operation.js";
import { type PollingOptions, poll } from "./polling.js";

/** Options of {@link ResourceBus.waitFor}. */
export interface WaitForResourceOptions extends PollingOptions {
  /** Returns true if waiting can end. @defaultValue true if `aps.status` is not a transitional status */
  readonly until?: ((resource: ApsResource) => boolean) | undefined;
  /** Called after each successful poll. */
  readonly onProgress?: ((progress: ResourceProgress) => void) | undefined;
}

/** Result of one poll of a resource. */
export interface ResourceProgress {
  /** Resource in its current state. */
  readonly resource: ApsResource;
  /** Time since waiting began, in milliseconds. */
  readonly elapsed: number;
}

/** APS resources of every type, with methods that go beyond single operations of the document. */
export class ResourceBus extends Resources {
  /**
   * Calls a custom operation of a resource or service: an operation that a type declares in addition to the generic
   * ones, and for which this client has no method. `types.getByTypeId` lists the operations of a type.
   *
   * The client treats every custom operation as unsafe, even a GET: it sends the request once, and a lost response is
   * an `OutcomeUnknownError`. Set `safety: "safe"` for an operation that only reads; it is then retried like any
   * other read.
   *
   * The result is not validated. JSON is returned as its value; text, XML and forms as a string; any other content type
   * as a `Blob`; and an empty body, as with 202 and 204, as `undefined`. `withResponse()` gives access to the headers
   * `APS-Info` and `APS-Retry-Timeout` of background work.
   *
   * @param resourceIdOrService APS ID of a resource, or alias of a service such as `order-manager`.
   * @throws TypeError for an invalid target or path
   * @throws OutcomeUnknownError if the operation may have been executed but its response was lost or cannot be read:
   * check the resource before calling again
   */
  call(resourceIdOrService: string, operation: CustomOperation, options?: CallOptions): Call<unknown> {
    return callCustomOperation(this.core, resourceIdOrService, operation, options);
  }

  /**
   * Reads one property of a resource as a bare value.
   *
   * `GET /aps/2/resources/{resourceId}/{property}`
   *
   * The platform returns JSON, or plain text, which becomes a string. A property that holds bytes becomes a `Blob`.
   *
   * @param resourceId APS ID of the resource.
   * @param property Name of the property, such as `taxRegId`.
   */
  getProperty(resourceId: string, property: string, options?: CallOptions): Call<unknown> {
    return readProperty(this.core, resourceId, property, options);
  }

  /**
   * Polls a resource until the platform has finished its background work. Use it after a 202, which means that a
   * create, an update or a custom operation continues in the background. It needs only the APS ID, so a restarted
   * program can resume waiting.
   *
   * The header `APS-Retry-Timeout` of the 202 is the polling interval that the platform asks for, in seconds: pass it
   * as `interval`, in milliseconds. If the resource is being removed, a `NotFoundError` means that it is gone.
   *
   * @param resourceId APS ID of the resource. If a create returned no body, use the `aps.id` that you sent.
   * @throws TimeoutError if the deadline passes; the platform continues its work, and you may wait again
   * @throws ResponseValidationError if a response is not a resource
   */
  async waitFor(resourceId: string, options: WaitForResourceOptions = {}): Promise<ApsResource> {
    const { until = isReady, onProgress } = options;
    return poll(
      {
        operation: "resources.waitFor",
        id: resourceId,
        read: async (limits) =>
          checkObject("resources.waitFor", await this.get(resourceId, limits).withResponse(), "aps"),
        isDone: until,
        onRead: (resource, elapsed) => onProgress?.({ resource, elapsed }),
        describe: ({ aps }) => `resource ${resourceId} is still ${aps.status ?? "unknown"}`,
      },
      options,
    );
  }
}

/** A status in an application's own namespace counts as ready. */
function isReady({ aps: { status = "" } }: ApsResource): boolean {
  return !transitionalStates.has(status);
}

const transitionalStates: ReadonlySet<string> = new Set(
  ["proto", "provisioning", "configuring", "activating", "upgrading", "unprovisioning"].map((state) => `aps:${state}`),
);
