/**
 * Effect of repeating an operation. `safe` changes nothing, `idempotent` makes the same change again, and `unsafe`
 * may make it twice. It is set in the document; without a setting, an operation is unsafe.
 */
export type Safety = "safe" | "idempotent" | "unsafe";
