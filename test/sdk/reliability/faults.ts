import { answer } from "../../support/raw-server.js";
import type { Turn } from "./faulty-platform.js";
import {
  breaksDown,
  chunkedHead,
  closes,
  drips,
  executed,
  headOf,
  keepsSilent,
  pours,
  refuses,
  resets,
  sends,
  sendsAndCloses,
  sendsAndResets,
  sendsPacked,
} from "./turns.js";

/** What becomes of a call: it is repeated, or it is rejected with an error of this code. */
export type Fate = "repeated" | Uppercase<string>;

/** Something that goes wrong with a request that has arrived. */
export interface Fault extends Fates {
  /** Its row in the matrix of faults. */
  readonly row: number;
  readonly name: string;
  readonly turn: Turn;
  /** Whether nothing ends it but the time of the attempt. */
  readonly hangs?: true | undefined;
}

interface Fates {
  /** What becomes of a call that changes nothing. */
  readonly safe: Fate;
  /** What becomes of an order. */
  readonly order: Fate;
}

const lost = { safe: "repeated", order: "OUTCOME_UNKNOWN" } as const;
const endless = { ...lost, hangs: true } as const;
const useless = { safe: "RESPONSE_INVALID", order: "OUTCOME_UNKNOWN" } as const;
const MEGABYTE = 1024 * 1024;
const PAST = "Sun, 06 Nov 1994 08:49:37 GMT";

/** No answer, or a part of one. */
const broken: readonly Fault[] = [
  { row: 6, name: "a reset before any answer", turn: resets, ...lost },
  { row: 7, name: "a reset after execution", turn: executed(resets), ...lost },
  { row: 8, name: "an empty reply", turn: closes, ...lost },
  { row: 8, name: "an empty reply after execution", turn: executed(closes), ...lost },
  { row: 9, name: "something that is not HTTP", turn: sends("SSH-2.0-OpenSSH_9.9\r\n\r\n"), ...lost },
  { row: 9, name: "no HTTP after execution", turn: executed(sends("SSH-2.0-OpenSSH_9.9\r\n\r\n")), ...lost },
  { row: 12, name: "no headers", turn: keepsSilent, ...endless },
  { row: 13, name: "no headers after execution", turn: executed(keepsSilent), ...endless },
  { row: 14, name: "a body that stalls", turn: executed(sends(`${headOf(500)}{"orderId"`)), ...endless },
  { row: 14, name: "a body that drips", turn: executed(drips), ...endless },
  { row: 15, name: "a reset in the body", turn: executed(sendsAndResets(`${headOf(500)}{"orderId"`)), ...lost },
  { row: 15, name: "a reset in a chunk", turn: executed(sendsAndResets(`${chunkedHead}20\r\n{"orderId"`)), ...lost },
  { row: 15, name: "an end in the body", turn: executed(sendsAndCloses(`${headOf(500)}{"orderId"`)), ...lost },
  { row: 15, name: "a chunk that is none", turn: executed(sends(`${chunkedHead}ZZ\r\n{"orderId"`)), ...lost },
];

/** A success that cannot be used. */
const unusable: readonly Fault[] = [
  { row: 16, name: "JSON that is cut off", turn: succeeds('{"orderId":"o-', "application/json"), ...useless },
  { row: 17, name: "HTML with 200", turn: succeeds("<html>Welcome</html>", "text/html"), ...useless },
  { row: 17, name: "XML with 200", turn: succeeds("<orderId>o-1</orderId>", "application/xml"), ...useless },
  { row: 18, name: "an empty success", turn: executed(sends(answer(""))), ...useless },
  { row: 18, name: "204 for a body", turn: executed(sends("HTTP/1.1 204 No Content\r\n\r\n")), ...useless },
  { row: 19, name: "a huge body", turn: executed(pours(512 * MEGABYTE)), ...useless },
  { row: 19, name: "an explosive body", turn: executed(sendsPacked(64 * MEGABYTE)), ...useless },
];

/** A status that is none of success. */
const refused: readonly Fault[] = [
  { row: 21, name: "408", turn: breaksDown(408), ...lost },
  { row: 22, name: "425", turn: breaksDown(425), safe: "repeated", order: "repeated" },
  { row: 23, name: "429", turn: breaksDown(429), safe: "repeated", order: "RATE_LIMITED" },
  { row: 24, name: "503", turn: breaksDown(503), ...lost },
  { row: 24, name: "503 with Retry-After", turn: breaksDown(503, { "retry-after": "0" }), ...lost },
  { row: 24, name: "503 with a Retry-After in the past", turn: breaksDown(503, { "retry-after": PAST }), ...lost },
  { row: 24, name: "503 with a negative Retry-After", turn: breaksDown(503, { "retry-after": "-5" }), ...lost },
  { row: 24, name: "503 with a Retry-After that is none", turn: breaksDown(503, { "retry-after": "soon" }), ...lost },
  ...[500, 502, 504].flatMap((status) => [
    { row: 25, name: String(status), turn: breaksDown(status), ...lost },
    { row: 25, name: `${status} after execution`, turn: executed(breaksDown(status)), ...lost },
  ]),
  { row: 26, name: "500 that names a reason", turn: refuses(500), safe: "SERVER_ERROR", order: "OUTCOME_UNKNOWN" },
  { row: 30, name: "401", turn: breaksDown(401), ...both("AUTHENTICATION_FAILED") },
  { row: 33, name: "400", turn: refuses(400), ...both("API_ERROR") },
  { row: 33, name: "403", turn: refuses(403), ...both("PERMISSION_DENIED") },
  { row: 33, name: "404", turn: refuses(404), ...both("NOT_FOUND") },
  { row: 33, name: "409", turn: refuses(409), ...both("CONFLICT") },
  { row: 33, name: "410", turn: refuses(410), ...both("API_ERROR") },
  { row: 33, name: "422", turn: refuses(422), ...both("API_ERROR") },
  ...[301, 302, 303, 307, 308].map((status) => ({
    row: 34,
    name: `a redirect with ${status}`,
    turn: breaksDown(status, { location: "https://stranger.example/?take=all" }),
    ...both("API_ERROR"),
  })),
];

/** Milliseconds that an attempt has where nothing else ends it: enough for a good answer on a busy machine. */
export const HANGING = 1_000;

/** Milliseconds that an attempt has. */
export function timeoutFor({ hangs }: Pick<Fault, "hangs">): number {
  return hangs ? HANGING : 20_000;
}

/** Every fault of the matrix that happens to a request which has arrived. */
export const faults: readonly Fault[] = [...broken, ...unusable, ...refused];

function both(fate: Fate): Fates {
  return { safe: fate, order: fate };
}

function succeeds(body: string, contentType: string): Turn {
  return executed(sends(answer(body, { headers: { "content-type": contentType } })));
}
