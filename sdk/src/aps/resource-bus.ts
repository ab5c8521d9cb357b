import { Resources } from "../generated/aps/index.js";
import type { ApsResource } from "../generated/aps/types.js";
import type { Call, CallOptions } from "../runtime/index.js";
import { checkObject } from "./checked-response.js";
import { type CustomOperation, callCustomOperation, readProperty } from "./custom-operation.js";
import { type PollingOptions, poll } from "./polling.js";

/** Until when {@link ResourceBus.waitFor} looks, how often, and who is told. */
export interface WaitForResourceOptions extends PollingOptions {
  /** Whether a resource is as far as it should be. @defaultValue its `aps.status` says that nothing is under way */
  readonly until?: ((resource: ApsResource) => boolean) | undefined;
  /** Told of each look. */
  readonly onProgress?: ((progress: ResourceProgress) => void) | undefined;
}

/** What a look at a resource found. */
export interface ResourceProgress {
  /** As it was found. */
  readonly resource: ApsResource;
  /** Milliseconds since the waiting began. */
  readonly elapsed: number;
}

/** APS resources of every type, with what no single operation of the document can say of them. */
export class ResourceBus extends Resources {
  /**
   * Calls a custom operation of a resource or of a service: what a type declares beside the generic calls, and what no
   * group of this client has a method for. `types.getByTypeId` tells which operations a type has.
   *
   * The client treats every custom operation as unsafe, a GET too: it sends the operation once, and a lost answer is an
   * `OutcomeUnknownError`. State `safety: "safe"` for an operation that only reads, and it is repeated like any other read.
   *
   * The result is not validated. JSON comes back as its value; text, XML and forms as a string; any other content type as
   * a `Blob`; and an empty body, as with 202 and 204, as `undefined`. `withResponse()` has the headers `APS-Info` and
   * `APS-Retry-Timeout` of work in the background.
   *
   * @param resourceIdOrService APS ID of a resource, or alias of a service such as `order-manager`.
   * @throws TypeError for a path that no operation can have
   * @throws OutcomeUnknownError when the operation may have been executed and its answer is lost or cannot be read: look
   * at the resource before calling again
   */
  call(resourceIdOrService: string, operation: CustomOperation, options?: CallOptions): Call<unknown> {
    return callCustomOperation(this.core, resourceIdOrService, operation, options);
  }

  /**
   * Reads one property of a resource as a bare value.
   *
   * `GET /aps/2/resources/{resourceId}/{property}`
   *
   * The platform answers JSON or plain text, which becomes a string. A property that holds bytes becomes a `Blob`.
   *
   * @param resourceId APS ID of the resource.
   * @param property Name of the property, such as `taxRegId`.
   */
  getProperty(resourceId: string, property: string, options?: CallOptions): Call<unknown> {
    return readProperty(this.core, resourceId, property, options);
  }

  /**
   * Looks at a resource until the platform has done with it: after a 202, which says that a create, an update or a
   * custom operation goes on in the background. The APS ID is all it needs, so a program that was restarted can take
   * the waiting up again.
   *
   * The header `APS-Retry-Timeout` of the 202 says how many seconds the platform would like to have between looks:
   * give it as `interval`, in milliseconds. What is removed is gone when this rejects with a `NotFoundError`.
   *
   * @param resourceId APS ID of the resource. Where a create answered nothing, it is the `aps.id` that was sent.
   * @throws TimeoutError when the deadline passes; the platform goes on, and may be waited for again
   * @throws ResponseValidationError for an answer that is not a resource
   */
  async waitFor(resourceId: string, options: WaitForResourceOptions = {}): Promise<ApsResource> {
    const { until = isAtRest, onProgress } = options;
    return poll(
      {
        operation: "resources.waitFor",
        id: resourceId,
        look: async (limits) =>
          checkObject("resources.waitFor", await this.get(resourceId, limits).withResponse(), "aps"),
        isDone: until,
        onLook: (resource, elapsed) => onProgress?.({ resource, elapsed }),
        stateOf: ({ aps }) => `resource ${resourceId} is still ${aps.status ?? "unknown"}`,
      },
      options,
    );
  }
}

/** A status in a namespace of an application's own counts as ready. */
function isAtRest({ aps: { status = "" } }: ApsResource): boolean {
  return !underWay.has(status);
}

const underWay: ReadonlySet<string> = new Set(
  ["proto", "provisioning", "configuring", "activating", "upgrading", "unprovisioning"].map((state) => `aps:${state}`),
);
