import { getHeaderValues, isOAuthHeader, listHeaders, type RawHeaders } from "./header-values.js";
import { isFormContentType, type Pair } from "./percent-encoding.js";

/** Request as received by a server, from a framework without Fetch's `Request`. */
export interface RawRequest {
  /** HTTP method, as received. */
  readonly method: string;
  /**
   * **Raw** target: `/path?query` as in Node's `req.url` (in Express, `req.originalUrl`), or an absolute URL. Never
   * build it from a parsed query, which may differ from the signed text.
   */
  readonly url: string;
  /** Headers, with names in any case, such as Node's `req.headers`. */
  readonly headers: RawHeaders;
  /** Raw, unparsed body. Only needed for forms, because a body of any other type is not signed. */
  readonly body?: string | Uint8Array | undefined;
}

/** Place of the protocol parameters (RFC 5849 section 3.5). */
export type Placement = "header" | "body" | "query";

/**
 * Parts of a received request, before they are decoded. Verification and diagnosis both start from these, so that the
 * diagnosis explains the request that was verified.
 */
export interface RequestParts {
  readonly method: string;
  /** Request target or URL, as received. */
  readonly url: string;
  readonly headers: readonly Pair[];
  /** `Authorization` header with the scheme `OAuth`. */
  readonly authorization: string | undefined;
  /** True if there are several `Authorization` headers, of any scheme. */
  readonly hasSeveralAuthorizations: boolean;
  /** True if the body is a form, whose parameters are signed (RFC 5849 section 3.4.1.3.1). */
  readonly hasForm: boolean;
}

/** Returns `undefined` if the value is not a request, or if a framework has parsed its target. */
export function readRequestParts(request: Request | RawRequest): RequestParts | undefined {
  if (typeof request?.method !== "string" || typeof request.url !== "string" || !request.headers) return undefined;
  const headers = listHeaders(request.headers);
  const authorizations = getHeaderValues(headers, "authorization");
  // Repeated headers may arrive as one list, and code that reads the body may use the last one. So any of them counts.
  const types = getHeaderValues(headers, "content-type").flatMap((value) => value.split(","));
  return {
    method: request.method,
    url: request.url,
    headers,
    authorization: authorizations.find(isOAuthHeader),
    hasSeveralAuthorizations: authorizations.length > 1,
    hasForm: types.some(isFormContentType),
  };
}
