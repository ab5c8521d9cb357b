/** Writes the URL, headers and body of a request. */

export { addReference } from "./call-reference.js";
export { type Address, buildUrl, checkUrl } from "./call-url.js";
export { encodeParameter } from "./parameter-text.js";
export { type BinaryBody, writeBody } from "./request-body.js";
export { writeHeaders } from "./request-headers.js";
export { serverUrl } from "./server-url.js";
