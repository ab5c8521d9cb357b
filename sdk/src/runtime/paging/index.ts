/** Lists, read page by page. */

export type { List, Page } from "./list.js";
export { readTotal } from "./page-headers.js";
export { type PagedCall, pagedCall } from "./paged-call.js";
export type { PagedOperation, Paging } from "./paged-operation.js";
export { rqlList } from "./rql-list.js";
