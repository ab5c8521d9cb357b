/**
 * Effect of repeating an operation. `safe` changes nothing, `idempotent` makes the same change again, and `unsafe`
 * may make it twice. The document states it, or the caller for one call. Otherwise the HTTP method decides in
 * a client of its own, and `ApsClient` treats the operation as unsafe.
 */
export type Safety = "safe" | "idempotent" | "unsafe";
