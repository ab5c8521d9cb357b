/** `fetch` for Node that can trust a lab's certificate for a single client. Requires `undici`. */
export { ContentEncodingError } from "./content-encoding.js";
export { type NodeFetch, type NodeFetchOptions, nodeFetch } from "./node-fetch.js";
export type { Lookup } from "./public-addresses.js";
