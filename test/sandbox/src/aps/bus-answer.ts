import type { Failure } from "../failure.js";
import type { Answer } from "../http-server.js";
import type { Json } from "../json.js";

const booster = { "X-APSBooster-Response": "true" };

/** A JSON answer of the bus, with the header that shows that the APS booster took part. */
export function apsAnswer(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...booster, "Content-Type": "application/json; charset=UTF-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** Done, and nothing to say. */
export const apsNoContent: Answer = { status: 204, headers: booster, body: "" };

/** An error in the bus's own form. */
export function apsFailure({ status, message, members, headers }: Failure): Answer {
  return apsAnswer(status, { error: "APS::Util::Exception", message, ...members }, headers);
}
