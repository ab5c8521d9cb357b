import {
  EncodingError,
  getHeaderValues,
  HeaderSyntaxError,
  isFormContentType,
  isOAuthHeader,
  LONGEST,
  listHeaders,
  type Pair,
  type Placement,
  type PublicBase,
  parseOAuthHeader,
  parsePairs,
  type RawRequest,
  splitTarget,
  type Target,
} from "../encoding/index.js";
import { readForwardedOrigin } from "./forwarded-origin.js";
import { createRefusal } from "./refusal.js";
import { readBody } from "./request-body.js";

/** What was received, taken apart and decoded, and not yet believed. */
export interface ReceivedRequest {
  readonly method: string;
  readonly baseUri: string;
  readonly parameters: { readonly [P in Placement]: readonly Pair[] };
}

/** What this server knows of the way a request took. */
export interface Way {
  /** By which address senders call it. */
  readonly publicBase: PublicBase | undefined;
  /** Whether the request came from a proxy that is trusted; `undefined` where none is declared. */
  readonly isFromProxy: boolean | undefined;
}

/** Takes a request apart. What the sender got wrong is a refusal; what the caller got wrong is a `TypeError`. */
export async function parseRequest(request: Request | RawRequest, way: Way): Promise<ReceivedRequest> {
  const { method, url } = request;
  if (typeof method !== "string" || typeof url !== "string" || !request.headers) {
    throw new TypeError("verifyRequest needs method, headers and the raw target, as text and not taken apart");
  }
  const target = targetOf(url);
  const headers = listHeaders(request.headers);
  const baseUri = originPart(target, headers, way) + (target.path || "/");
  // A header sent twice may arrive as one list: whoever reads the body may take the last, so any of them counts.
  const types = getHeaderValues(headers, "content-type").flatMap((value) => value.split(","));
  const form = types.some(isFormContentType) ? await readBody(request) : undefined;
  return decoding(() => ({
    method,
    baseUri,
    parameters: {
      header: authorizationPairs(getHeaderValues(headers, "authorization")),
      body: parsePairs(new TextDecoder().decode(form)),
      query: parsePairs(target.query),
    },
  }));
}

function targetOf(url: string): Target {
  const target = splitTarget(url);
  if (target === undefined) {
    throw createRefusal("parameter_rejected", "the target is too long, or no URL or path in printable ASCII");
  }
  return target;
}

/** What stands in front of the received path: the configuration says so, or a proxy that it names, or the target. */
function originPart({ authority }: Target, headers: readonly Pair[], { publicBase, isFromProxy }: Way): string {
  if (publicBase !== undefined) return publicBase.origin + publicBase.prefix;
  if (isFromProxy) return readForwardedOrigin(headers, authority);
  if (authority !== undefined) return originOf(authority);
  if (isFromProxy === undefined) throw new TypeError("a target without a host can only be verified with publicUrl");
  throw createRefusal("parameter_rejected", "it came past the trustedProxies, and nothing tells by which address");
}

function originOf(authority: string): string {
  try {
    return new URL(authority).origin;
  } catch (cause) {
    throw createRefusal("parameter_rejected", "the host of the target cannot be read", { cause });
  }
}

function authorizationPairs(values: readonly string[]): readonly Pair[] {
  const header = values.find(isOAuthHeader);
  if (header === undefined) return [];
  if (values.length > 1) throw createRefusal("parameter_rejected", "there is more than one Authorization header");
  if (header.length > LONGEST) throw createRefusal("parameter_rejected", "the Authorization header is too long");
  return parseOAuthHeader(header);
}

function decoding<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EncodingError || error instanceof HeaderSyntaxError)) throw error;
    throw createRefusal("parameter_rejected", `the parameters cannot be read: ${error.message}`, { cause: error });
  }
}
