import type { SendEvent } from "../appdirect/notification.js";
import type { SandboxCredentials } from "../credentials.js";
import type { FaultSwitches } from "../faults/fault-switches.js";
import type { JsonObject } from "../json.js";
import type { RecordedRequest, RequestLog } from "../recorded-requests.js";

/** Parts of a sandbox that the inspector shows and controls. */
export interface InspectedSandbox {
  readonly platforms: { readonly [P in RecordedRequest["platform"]]: InspectedPlatform };
  /** Certificate of both platforms in PEM. */
  readonly certificate: string;
  readonly log: RequestLog;
  readonly resources: () => readonly JsonObject[];
  readonly orders: () => readonly JsonObject[];
  readonly sendEvent: SendEvent;
  readonly faults: FaultSwitches;
}

/** URL and credentials of a platform. */
export interface InspectedPlatform {
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
  /** All credentials that it accepts, including the one above. */
  readonly keys: readonly SandboxCredentials[];
}
