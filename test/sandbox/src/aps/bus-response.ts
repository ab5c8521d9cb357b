import type { Failure } from "../failure.js";
import type { OutgoingResponse } from "../http-server.js";
import type { Json } from "../json.js";

const booster = { "X-APSBooster-Response": "true" };

/** Creates a JSON response of the bus, with the header that the APS booster adds. */
export function apsResponse(
  status: number,
  body: Json,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return {
    status,
    headers: { ...booster, "Content-Type": "application/json; charset=UTF-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** Successful response without a body. */
export const apsNoContent: OutgoingResponse = { status: 204, headers: booster, body: "" };

/** Converts a failure to the bus's error format. */
export function apsFailure({ status, message, members, headers }: Failure): OutgoingResponse {
  return apsResponse(status, { error: "APS::Util::Exception", message, ...members }, headers);
}
