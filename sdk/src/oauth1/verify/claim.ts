import { isProtocolName, type Pair, type Placement } from "../encoding/index.js";
import type { ReceivedRequest } from "./received-request.js";
import { createRefusal } from "./refusal.js";

/** Claim of the sender: complete protocol parameters that are not yet verified. */
export interface Claim {
  readonly placement: Placement;
  readonly consumerKey: string;
  readonly signatureMethod: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  /** `oauth_body_hash` of the OAuth Request Body Hash extension. */
  readonly bodyHash: string | undefined;
}

/** Maximum length of a consumer key, in characters. `secretFor` gets unverified keys; keys are names or UUIDs. */
const LONGEST_KEY = 512;

/** Reads the protocol parameters. Refuses parameters that are missing, too long or repeated, and other protocols. */
export function readClaim({ parameters }: ReceivedRequest): Claim {
  const placement = findPlacement(parameters);
  const protocol = collectUnique(parameters[placement]);
  const claim: Claim = {
    placement,
    consumerKey: requireParameter(protocol, "oauth_consumer_key"),
    signatureMethod: requireParameter(protocol, "oauth_signature_method"),
    signature: requireParameter(protocol, "oauth_signature"),
    timestamp: requireParameter(protocol, "oauth_timestamp"),
    nonce: requireParameter(protocol, "oauth_nonce"),
    bodyHash: protocol.get("oauth_body_hash"),
  };
  refuseOtherProtocols(protocol);
  if (claim.consumerKey.length > LONGEST_KEY) {
    throw createRefusal("parameter_rejected", `oauth_consumer_key has more than ${LONGEST_KEY} characters`);
  }
  return claim;
}

/** Finds the place of the protocol parameters. RFC 5849 section 3.5: they are in one place only. */
function findPlacement(parameters: ReceivedRequest["parameters"]): Placement {
  const found = placements.filter((placement) => parameters[placement].some(([name]) => isProtocolName(name)));
  const [placement, second] = found;
  if (placement === undefined)
    throw createRefusal("parameter_absent", "the request is not signed: it has no oauth_ parameters");
  if (second !== undefined)
    throw createRefusal("parameter_rejected", `oauth_ parameters in both ${placement} and ${second}`);
  return placement;
}

const placements: readonly Placement[] = ["header", "body", "query"];

/** Refuses repeated parameters (RFC 5849 section 3.2), because the two sides might read different ones. */
function collectUnique(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const protocol = new Map<string, string>();
  for (const [name, value] of pairs.filter(([name]) => isProtocolName(name))) {
    if (protocol.has(name)) throw createRefusal("parameter_rejected", `${quote(name)} occurs more than once`);
    protocol.set(name, value);
  }
  return protocol;
}

function requireParameter(protocol: ReadonlyMap<string, string>, name: string): string {
  const value = protocol.get(name);
  if (!value) throw createRefusal("parameter_absent", `${name} is missing or empty`);
  return value;
}

function refuseOtherProtocols(protocol: ReadonlyMap<string, string>): void {
  const version = protocol.get("oauth_version");
  if (version !== undefined && version !== "1.0") {
    throw createRefusal("version_rejected", `oauth_version is ${quote(version)}; it must be 1.0 or missing`);
  }
  // Some clients send an empty token for "no token". It is signed like any parameter.
  if (protocol.get("oauth_token"))
    throw createRefusal("parameter_rejected", "the request has an oauth_token, but tokens are not supported");
}

/** Quotes untrusted text for a log: shortened, and on one line. */
function quote(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
