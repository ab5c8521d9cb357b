import {
  EncodingError,
  HeaderSyntaxError,
  LONGEST,
  type Pair,
  type Placement,
  type PublicBase,
  parseOAuthHeader,
  parsePairs,
  type RawRequest,
  type RequestParts,
  readRequestParts,
  splitTarget,
  type Target,
} from "../encoding/index.js";
import { readForwardedOrigin } from "./forwarded-origin.js";
import { createRefusal } from "./refusal.js";
import { readBody } from "./request-body.js";

/** Parsed and decoded request that is not yet verified. */
export interface ReceivedRequest {
  readonly method: string;
  readonly baseUri: string;
  readonly parameters: { readonly [P in Placement]: readonly Pair[] };
}

/** Information about how a request reached this server. */
export interface Ingress {
  /** Base URL that senders call. */
  readonly publicBase: PublicBase | undefined;
  /** True if the request came from a trusted proxy. `undefined` if no proxy is declared. */
  readonly isFromProxy: boolean | undefined;
}

/** Parses a request. A mistake of the sender is a refusal; a mistake of the caller is a `TypeError`. */
export async function parseRequest(request: Request | RawRequest, ingress: Ingress): Promise<ReceivedRequest> {
  const parts = readRequestParts(request);
  if (parts === undefined) {
    throw new TypeError("verifyRequest requires method and headers, and the raw target as unparsed text");
  }
  const target = parseTarget(parts.url);
  const baseUri = resolveBase(target, parts.headers, ingress) + (target.path || "/");
  const form = parts.hasForm ? await readBody(request) : undefined;
  return refuseUndecodable(() => ({
    method: parts.method,
    baseUri,
    parameters: {
      header: readAuthorization(parts),
      body: parsePairs(new TextDecoder().decode(form)),
      query: parsePairs(target.query),
    },
  }));
}

function parseTarget(url: string): Target {
  const target = splitTarget(url);
  if (target === undefined) {
    throw createRefusal("parameter_rejected", "the target is too long, or is not a URL or a path in printable ASCII");
  }
  return target;
}

/** Returns the base URL before the received path: from the configuration, a trusted proxy, or the target. */
function resolveBase({ authority }: Target, headers: readonly Pair[], { publicBase, isFromProxy }: Ingress): string {
  if (publicBase !== undefined) return publicBase.origin + publicBase.prefix;
  if (isFromProxy) return readForwardedOrigin(headers, authority);
  if (authority !== undefined) return parseOrigin(authority);
  if (isFromProxy === undefined) throw new TypeError("A target without a host can only be verified with publicUrl");
  throw createRefusal("parameter_rejected", "the request did not come from trustedProxies, and its target has no host");
}

function parseOrigin(authority: string): string {
  try {
    return new URL(authority).origin;
  } catch (cause) {
    throw createRefusal("parameter_rejected", "cannot read the host of the target", { cause });
  }
}

function readAuthorization({ authorization, hasSeveralAuthorizations }: RequestParts): readonly Pair[] {
  if (authorization === undefined) return [];
  if (hasSeveralAuthorizations) {
    throw createRefusal("parameter_rejected", "there is more than one Authorization header");
  }
  if (authorization.length > LONGEST) throw createRefusal("parameter_rejected", "the Authorization header is too long");
  return parseOAuthHeader(authorization);
}

function refuseUndecodable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EncodingError || error instanceof HeaderSyntaxError)) throw error;
    throw createRefusal("parameter_rejected", `cannot read the parameters: ${error.message}`, { cause: error });
  }
}
