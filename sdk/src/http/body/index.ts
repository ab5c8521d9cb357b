/** Bodies of requests and responses, as they are sent and received. */

export { type Delivery, UnusableResult } from "./delivery.js";
export { parseExactly } from "./exact-json.js";
export type { HttpResponse } from "./http-response.js";
export { BodyTooLargeError, decodeText, readBytes, readText } from "./response-body.js";
export { AnswerStream, SilenceError } from "./response-stream.js";
export { retryAfter } from "./retry-after.js";
export { nonceOf, type Reading, type RequestContent, type UnsignedRequest, withoutQuery } from "./unsigned-request.js";
