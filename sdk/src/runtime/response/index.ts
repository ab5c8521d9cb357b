/** Reads the result of a call and compares it with the document. */

export { type Call, type CallResponse, callOf, rememberRedaction } from "./call.js";
export { type DocumentedError, documentedError } from "./documented-error.js";
export { documentedHeaders } from "./documented-headers.js";
export { errorBody } from "./error-body.js";
export { itemStream } from "./item-stream.js";
export { isSamePage, listAt, type PageSource, unusableResponse } from "./page-items.js";
export { readingOf, readResult } from "./read-result.js";
