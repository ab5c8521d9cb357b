/** Writes the URL, headers and body of a request. */

export { withReference } from "./call-reference.js";
export { type Address, callUrl, guarded } from "./call-url.js";
export { percentEncoded } from "./parameter-text.js";
export { type BinaryBody, requestBody } from "./request-body.js";
export { requestHeaders } from "./request-headers.js";
export { serverUrl } from "./server-url.js";
