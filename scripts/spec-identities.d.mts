/** Finds operations that create something but lack `x-identity`. */
export function identityFaults(document: unknown): readonly string[];
