/** Bodies of requests and responses. */

export { type SuccessfulCall, UnusableResult } from "./delivery.js";
export { parseExactly } from "./exact-json.js";
export type { HttpResponse } from "./http-response.js";
export { BodyTooLargeError, decodeText, readBytes, readText } from "./response-body.js";
export { ResponseStream, SilenceError } from "./response-stream.js";
export { readRetryAfter } from "./retry-after.js";
export {
  type BodyFormat,
  findNonce,
  type RequestContent,
  stripQuery,
  type UnsignedRequest,
} from "./unsigned-request.js";
