/** Reads the result of a call and compares it with the document. */

export { type Call, type CallResponse, createCall, saveRedaction } from "./call.js";
export { type DocumentedError, documentedError } from "./documented-error.js";
export { readDocumentedHeaders } from "./documented-headers.js";
export { errorBody } from "./error-body.js";
export { itemStream } from "./item-stream.js";
export { createUnusableResponseError, isSamePage, type PageSource, readList } from "./page-items.js";
export { getBodyFormat, readResult } from "./read-result.js";
