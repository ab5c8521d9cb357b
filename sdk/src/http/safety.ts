/**
 * What a repetition of an operation does. `safe` changes nothing; `idempotent` changes the same once more; `unsafe` may
 * do it twice. The document says which; an operation that says nothing is unsafe.
 */
export type Safety = "safe" | "idempotent" | "unsafe";
