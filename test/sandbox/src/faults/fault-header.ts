import { Failure } from "../failure.js";
import type { IncomingCall } from "../http-server.js";
import { type Fault, readFault } from "./fault.js";

/** Member that the value after the kind stands for. */
const mainMembers: { readonly [K in Fault["kind"]]?: string } = {
  delay: "milliseconds",
  reset: "when",
  status: "status",
  html: "status",
  clock: "seconds",
  "rewritten-query": "how",
};

/**
 * The faults that a request wishes for itself, in `x-sandbox-fault`: `delay=500`, `reset=after`,
 * `status=503;retryAfter=1, delay=20`. Throws the platform's 400 for what is no fault.
 */
export function faultsOfHeader({ headers }: Pick<IncomingCall, "headers">): readonly Fault[] {
  const wished = headers.filter(([name]) => name.toLowerCase() === "x-sandbox-fault").map(([, value]) => value);
  return wished.flatMap((value) => value.split(",")).map((wish) => parseWish(wish.trim()));
}

function parseWish(wish: string): Fault {
  const [first = "", ...others] = wish.split(";");
  const [kind = "", value] = first.split("=");
  const main = Object.entries(mainMembers).find(([name]) => name === kind)?.[1];
  const members = value === undefined ? others : [`${main ?? "value"}=${value}`, ...others];
  const fault = { kind, ...Object.fromEntries(members.map(parseMember)) };
  try {
    return readFault(fault, "x-sandbox-fault");
  } catch (error) {
    throw error instanceof TypeError ? new Failure(400, error.message) : error;
  }
}

function parseMember(member: string): readonly [string, string | number] {
  const [name = "", value = ""] = member.split("=").map((part) => part.trim());
  return [name, /^-?\d+$/.test(value) ? Number(value) : value];
}
