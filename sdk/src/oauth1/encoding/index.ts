/** Encoding for RFC 5849 signatures: percent-encoding, parameters, URLs, headers and base strings. */

export { HeaderSyntaxError, parseOAuthHeader } from "./authorization-header.js";
export {
  buildBaseString,
  type Coverage,
  collectCoverage,
  type SignatureBaseStringOptions,
  signatureBaseString,
} from "./base-string.js";
export { buildBaseUri, type PublicBase, parseHttpUrl, parsePublicBase } from "./base-uri.js";
export { getHeaderValues, isOAuthHeader, listHeaders, type RawHeaders } from "./header-values.js";
export {
  assertEncodable,
  EncodingError,
  isFormContentType,
  isProtocolName,
  type Pair,
  parsePairs,
  percentDecode,
  percentEncode,
} from "./percent-encoding.js";
export { type Placement, type RawRequest, type RequestParts, readRequestParts } from "./raw-request.js";
export { LONGEST, splitTarget, type Target } from "./request-target.js";
