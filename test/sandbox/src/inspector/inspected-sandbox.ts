import type { SendEvent } from "../appdirect/notification.js";
import type { SandboxCredentials } from "../credentials.js";
import type { FaultSwitches } from "../faults/fault-switches.js";
import type { JsonObject } from "../json.js";
import type { RecordedRequest, RequestLog } from "../recorded-requests.js";

/** What the inspector shows and moves of a sandbox. */
export interface InspectedSandbox {
  readonly platforms: { readonly [P in RecordedRequest["platform"]]: InspectedPlatform };
  /** PEM of the certificate of both platforms. */
  readonly certificate: string;
  readonly log: RequestLog;
  readonly resources: () => readonly JsonObject[];
  readonly orders: () => readonly JsonObject[];
  readonly sendEvent: SendEvent;
  readonly faults: FaultSwitches;
}

/** Address and credentials of a platform. */
export interface InspectedPlatform {
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
  /** All that it accepts, the ones above among them. */
  readonly keys: readonly SandboxCredentials[];
}
