import { isProtocolName, type Pair, type Placement } from "../encoding/index.js";
import type { ReceivedRequest } from "./received-request.js";
import { createRefusal } from "./refusal.js";

/** What the sender says of itself: complete, and not yet believed. */
export interface Claim {
  readonly placement: Placement;
  readonly consumerKey: string;
  readonly signatureMethod: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** Of the OAuth Request Body Hash extension. */
  readonly bodyHash: string | undefined;
}

/** Most characters of a consumer key. It goes to `secretFor` before anything is proven; keys are names or UUIDs. */
const LONGEST_KEY = 512;

/**
 * Reads the protocol parameters. Refuses them where one is missing, too long or there twice, or the protocol is another.
 */
export function readClaim({ parameters }: ReceivedRequest): Claim {
  const placement = onlyPlacement(parameters);
  const protocol = withoutRepeats(parameters[placement]);
  const claim: Claim = {
    placement,
    consumerKey: required(protocol, "oauth_consumer_key"),
    signatureMethod: required(protocol, "oauth_signature_method"),
    signature: required(protocol, "oauth_signature"),
    timestamp: required(protocol, "oauth_timestamp"),
    nonce: required(protocol, "oauth_nonce"),
    bodyHash: protocol.get("oauth_body_hash"),
  };
  refuseOtherProtocols(protocol);
  if (claim.consumerKey.length > LONGEST_KEY) {
    throw createRefusal("parameter_rejected", `oauth_consumer_key has more than ${LONGEST_KEY} characters`);
  }
  return claim;
}

/** RFC 5849 section 3.5: the protocol parameters are in one place only. */
function onlyPlacement(parameters: ReceivedRequest["parameters"]): Placement {
  const found = placements.filter((placement) => parameters[placement].some(([name]) => isProtocolName(name)));
  const [placement, second] = found;
  if (placement === undefined)
    throw createRefusal("parameter_absent", "it is not signed: there are no oauth_ parameters");
  if (second !== undefined)
    throw createRefusal("parameter_rejected", `oauth_ parameters in both ${placement} and ${second}`);
  return placement;
}

const placements: readonly Placement[] = ["header", "body", "query"];

/** RFC 5849 section 3.2: each at most once. Of two, each side might believe another. */
function withoutRepeats(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const protocol = new Map<string, string>();
  for (const [name, value] of pairs.filter(([name]) => isProtocolName(name))) {
    if (protocol.has(name)) throw createRefusal("parameter_rejected", `${shown(name)} is there more than once`);
    protocol.set(name, value);
  }
  return protocol;
}

function required(protocol: ReadonlyMap<string, string>, name: string): string {
  const value = protocol.get(name);
  if (!value) throw createRefusal("parameter_absent", `${name} is missing or empty`);
  return value;
}

function refuseOtherProtocols(protocol: ReadonlyMap<string, string>): void {
  const version = protocol.get("oauth_version");
  if (version !== undefined && version !== "1.0") {
    throw createRefusal("version_rejected", `oauth_version is ${shown(version)}; if it is sent at all, it must be 1.0`);
  }
  // An empty token is how some clients spell "no token": it is signed like any parameter.
  if (protocol.get("oauth_token"))
    throw createRefusal("parameter_rejected", "there is an oauth_token: tokens are not used");
}

/** A stranger's text, bounded and on one line, for a message that goes to a log. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
